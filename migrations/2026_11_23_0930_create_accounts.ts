import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table user_account (
      id uuid primary key,
      username text not null unique check (username = lower(username)),
      display_name text not null,
      person_kind text not null check (person_kind in ('sworn', 'civilian', 'auxiliary')),
      department text not null,
      password_hash text not null,
      is_active boolean not null default true,
      is_demo boolean not null default false,
      failed_attempts integer not null default 0,
      locked_until timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`.execute(db)
  await sql`
    create table session (
      token_hash text primary key,
      user_id uuid not null references user_account (id) on delete cascade,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`comment on column session.token_hash is 'SHA-256 of the cookie: a stolen table opens no session.'`.execute(
    db,
  )
  await sql`create index session_user_id on session (user_id)`.execute(db)
}
