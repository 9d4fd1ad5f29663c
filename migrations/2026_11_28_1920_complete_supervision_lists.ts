import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table supervision_list drop constraint supervision_list_status_check`.execute(db)
  await sql`alter table supervision_list add constraint supervision_list_status_check
    check (status in ('draft', 'submitted', 'issued', 'withdrawn'))`.execute(db)
  await sql`
    alter table supervision_list
      add column year integer,
      add column serial integer,
      add column issued_on date,
      add column issued_by_name text,
      add column issue_reason text,
      add column submitted_at timestamptz,
      add column submitted_by uuid,
      add column submitted_by_name text,
      add column returned_at timestamptz,
      add column returned_reason text,
      add column withdrawn_at timestamptz,
      add column withdrawn_by uuid,
      add column withdrawn_reason text`.execute(db)
  await sql`
    with numbered as (
      select id, extract(year from created_at at time zone 'Asia/Shanghai')::int as year,
        row_number() over (
          partition by extract(year from created_at at time zone 'Asia/Shanghai') order by created_at, id)::int as serial
      from supervision_list
    )
    update supervision_list set year = numbered.year, serial = numbered.serial,
      issued_on = (issued_at at time zone 'Asia/Shanghai')::date,
      issued_by_name = (select display_name from user_account where id = issued_by)
    from numbered where numbered.id = supervision_list.id`.execute(db)
  await sql`alter table supervision_list alter column year set not null, alter column serial set not null,
    add constraint supervision_list_number_unique unique (year, serial)`.execute(db)
  await sql`create table supervision_list_number (year integer primary key, last integer not null)`.execute(
    db,
  )
  await sql`insert into supervision_list_number (year, last)
    select year, max(serial) from supervision_list group by year`.execute(db)
  await sql`
    create table supervision_document_number (
      number text primary key,
      list_id uuid not null references supervision_list (id) on delete cascade
    )`.execute(db)
  await sql`comment on table supervision_document_number is 'No two lists are issued under one number; lists from before this rule keep theirs.'`.execute(
    db,
  )
  await sql`
    insert into supervision_document_number (number, list_id)
    select document_number, id from supervision_list where document_number is not null
    order by issued_at on conflict (number) do nothing`.execute(db)
  await sql`
    create table supervision_photo (
      list_id uuid not null references supervision_list (id) on delete cascade,
      sha256 text not null references photo_file (sha256),
      primary key (list_id, sha256)
    )`.execute(db)
  await sql`comment on table supervision_photo is 'Photos of issued lists: while a list names one, its file is not deleted.'`.execute(
    db,
  )
  await sql`
    create table supervision_event (
      id uuid primary key,
      list_id uuid not null references supervision_list (id) on delete cascade,
      kind text not null check (kind in ('receipt', 'delisting', 'extension')),
      hazard_id uuid references hazard (id) on delete cascade,
      happened_on date not null,
      unit text,
      office text,
      document_number text,
      new_due_date date,
      photo_sha256 text references photo_file (sha256),
      note text,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text
    )`.execute(db)
  await sql`create index supervision_event_list on supervision_event (list_id)`.execute(db)
  await sql`
    create function refuse_issued_list_change() returns trigger language plpgsql as $$
    begin
      if old.status = 'issued' and not (tg_op = 'DELETE' and old.is_demo) then
        raise exception 'an issued supervision list is never changed';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db)
  await sql`
    create trigger supervision_list_frozen before update or delete on supervision_list
    for each row execute function refuse_issued_list_change()`.execute(db)
}
