import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table screening_run
      add column weights text not null default 'killedFirst',
      add column facts jsonb not null default '{}'`.execute(db)
  await sql`comment on column screening_run.facts is 'What was found out about the network: number of tests, threshold, curve.'`.execute(
    db,
  )
  await sql`
    alter table screening_site
      add column kind text not null default 'stretch' check (kind in ('stretch', 'junction')),
      add column facts jsonb not null default '{}'`.execute(db)
  await sql`comment on column screening_site.facts is 'Clauses that fired, chance, crossing roads, what is over-represented; empty for runs of before.'`.execute(
    db,
  )
  await sql`
    create table screening_cluster (
      id uuid primary key,
      run_id uuid not null references screening_run (id),
      rank integer not null,
      accidents integer not null,
      killed integer not null,
      injured integer not null,
      loss_yuan integer not null,
      accident_ids uuid[] not null,
      geom geometry(MultiPoint, 4326) not null,
      unique (run_id, rank)
    )`.execute(db)
  await sql`create index screening_cluster_geom on screening_cluster using gist (geom)`.execute(db)
  await sql`comment on table screening_cluster is 'Accidents that no stake leads to, clustered in metres; never changed afterwards.'`.execute(
    db,
  )
  await sql`comment on column screening_cluster.geom is 'The accidents of the cluster, EPSG:4326.'`.execute(
    db,
  )
}
