import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table user_account
      add column must_change_password boolean not null default false,
      add column password_changed_at timestamptz,
      add column last_signed_in_at timestamptz,
      add column version integer not null default 1`.execute(db)
  await sql`
    alter table session
      add column id uuid not null default gen_random_uuid() unique,
      add column address text,
      add column device text`.execute(db)
  await sql`comment on column session.id is 'Names a session to its owner without giving its hash away.'`.execute(
    db,
  )
  await sql`
    create table password_history (
      user_id uuid not null references user_account (id) on delete cascade,
      changed_at timestamptz not null,
      password_hash text not null,
      primary key (user_id, changed_at)
    )`.execute(db)
  await sql`
    create table api_token (
      id uuid primary key,
      user_id uuid not null references user_account (id) on delete cascade,
      name text not null,
      token_hash text not null unique,
      scopes text[] not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      last_used_at timestamptz
    )`.execute(db)
  await sql`comment on column api_token.token_hash is 'SHA-256 of the token, which is shown once and kept nowhere.'`.execute(
    db,
  )
  await sql`create index api_token_user_id on api_token (user_id)`.execute(db)
}
