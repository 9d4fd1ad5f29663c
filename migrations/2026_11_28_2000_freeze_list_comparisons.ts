import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table supervision_comparison (
      list_id uuid primary key references supervision_list (id) on delete cascade,
      content jsonb not null
    )`.execute(db)
  await sql`comment on table supervision_comparison is 'The appendix of an issued list as it was at issue: what is learnt of a hazard later does not reach it. Lists from before this was kept have none.'`.execute(
    db,
  )
  await sql`
    create function refuse_issued_comparison_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and not exists (select from supervision_list where id = old.list_id) then
        return old;
      end if;
      raise exception 'the comparison of an issued supervision list is never changed';
    end $$`.execute(db)
  await sql`
    create trigger supervision_comparison_frozen before update or delete on supervision_comparison
    for each row execute function refuse_issued_comparison_change()`.execute(db)
}
