import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table listing
      add column state text not null default 'listed',
      add column proposal text,
      add column requested_on date,
      add column refused_reason text,
      add column updated_at timestamptz,
      add column updated_by uuid`.execute(db)
  await sql`
    update listing set
      state = case when delisted_on is not null then 'delisted' when listed_on is not null then 'listed' else 'requested' end,
      requested_on = (created_at at time zone 'Asia/Shanghai')::date`.execute(db)
  await sql`
    alter table listing
      add check (state in ('requested', 'listed', 'refused', 'delisted')),
      add check (state not in ('listed', 'delisted') or (document_number is not null and listed_on is not null)),
      add check (state <> 'delisted' or (delisted_on is not null and delisting_document is not null))`.execute(
    db,
  )
  await sql`create unique index listing_current on listing (hazard_id) where state in ('requested', 'listed')`.execute(
    db,
  )
  await sql`comment on column listing.state is 'requested 提请, listed 挂牌, refused 未批准, delisted 摘牌.'`.execute(
    db,
  )
  await sql`
    create table extension (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      state text not null check (state in ('pending', 'granted', 'refused')),
      from_due date not null,
      to_due date not null check (to_due > from_due),
      is_winter_pause boolean not null default false,
      reason text not null,
      requested_at timestamptz not null,
      requested_by uuid not null,
      requested_by_name text not null,
      opinion text,
      document_number text,
      decided_at timestamptz,
      decided_by uuid,
      decided_by_name text,
      check ((state = 'pending') = (decided_at is null))
    )`.execute(db)
  await sql`create index extension_hazard on extension (hazard_id, requested_at)`.execute(db)
  await sql`create unique index extension_pending on extension (hazard_id) where state = 'pending'`.execute(
    db,
  )
  await sql`comment on table extension is '延期: the old date stays in from_due, whatever was granted after it.'`.execute(
    db,
  )
  await sql`
    create table acceptance (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      accepted_on date not null,
      attendees jsonb not null,
      checks jsonb not null default '[]',
      conclusion text not null check (conclusion in ('passed', 'failed', 'partial')),
      opinion text,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null
    )`.execute(db)
  await sql`create index acceptance_hazard on acceptance (hazard_id, at)`.execute(db)
  await sql`
    create table hazard_document (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      kind text not null check (kind in ('notice', 'reportToGovernment', 'handOver', 'urging', 'acceptanceRequest')),
      number text,
      addressee text,
      delivery_method text,
      delivered_on date,
      receipt_on date,
      receipt_by text,
      note text,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null
    )`.execute(db)
  await sql`create index hazard_document_hazard on hazard_document (hazard_id, at)`.execute(db)
  await sql`comment on table hazard_document is 'Papers about a hazard that went out or came in: their numbers, deliveries and receipts.'`.execute(
    db,
  )
  await sql`
    create table revisit (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      revisited_on date not null,
      result text not null check (result in ('holds', 'relapsed')),
      note text,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null
    )`.execute(db)
  await sql`create index revisit_hazard on revisit (hazard_id, at)`.execute(db)
  await sql`
    create table correction (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      changes jsonb not null,
      reason text not null,
      state text not null check (state in ('pending', 'approved', 'refused')),
      requested_at timestamptz not null,
      requested_by uuid not null,
      requested_by_name text not null,
      opinion text,
      decided_at timestamptz,
      decided_by uuid,
      decided_by_name text,
      check ((state = 'pending') = (decided_at is null))
    )`.execute(db)
  await sql`create index correction_hazard on correction (hazard_id, requested_at)`.execute(db)
  await sql`comment on table correction is '更正记录 of a closed or listed hazard: field, old value, new value; approved by a leader.'`.execute(
    db,
  )
  await sql`
    create table holiday (
      day date primary key,
      kind text not null check (kind in ('holiday', 'workday')),
      name text not null,
      updated_at timestamptz not null,
      updated_by uuid not null
    )`.execute(db)
  await sql`comment on table holiday is 'Days off besides weekends, and weekend days worked (调休): working days are counted by it.'`.execute(
    db,
  )
}
