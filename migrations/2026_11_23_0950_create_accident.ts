import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table accident (
      id uuid primary key,
      accident_no text not null unique,
      reg_no text,
      stat_no text,
      source text not null,
      procedure text not null check (procedure in ('general', 'simple', 'self')),
      record_type integer not null default 3 check (record_type in (1, 2, 3, 9)),
      is_statistical boolean not null default false,
      occurred_at timestamptz not null,
      occurred_on date not null generated always as ((occurred_at at time zone 'Asia/Shanghai')::date) stored,
      time_precision text not null default 'minute' check (time_precision in ('minute', 'hour', 'day')),
      road_code text references road (code),
      road_name text not null,
      stake integer,
      direction text check (direction in ('increasing', 'decreasing', 'both')),
      side text check (side in ('left', 'right', 'centre', 'across')),
      place_text text not null,
      raw_coordinate text,
      crs_source text not null default 'unknown' check (crs_source in ('wgs84', 'cgcs2000', 'gcj02', 'bd09', 'unknown')),
      geom geometry(Point, 4326),
      geom_3857 geometry(Point, 3857) generated always as (st_transform(geom, 3857)) stored,
      locating text not null check (locating in ('unlocated', 'stake', 'manual', 'coordinate')),
      locating_grade text not null default 'none' check (locating_grade in ('good', 'fair', 'ambiguous', 'none')),
      township text,
      squad_code text references squad (code),
      handling_unit text,
      killed_scene integer not null default 0 check (killed_scene >= 0),
      killed integer not null default 0 check (killed >= 0),
      killed_30d integer check (killed_30d >= killed),
      injured integer not null default 0 check (injured >= 0),
      seriously_injured integer not null default 0 check (seriously_injured >= 0),
      loss_yuan integer not null default 0 check (loss_yuan >= 0),
      severity text not null generated always as (
        case when killed > 0 then 'fatal' when injured > 0 then 'injury' else 'damageOnly' end
      ) stored,
      motor_count integer,
      non_motor_count integer,
      pedestrian_count integer,
      form text not null,
      collision text,
      object_hit text,
      cause_class text,
      cause text,
      weather text,
      visibility text,
      light text,
      surface_state text,
      surface_condition text,
      terrain text,
      alignment text,
      site_type text,
      road_safety_attribute text,
      hit_and_run boolean not null default false,
      hazardous_goods boolean not null default false,
      key_vehicles text[] not null default '{}',
      brief text,
      imported jsonb,
      corrections jsonb not null default '{}',
      is_demo boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text,
      check (procedure <> 'simple' or killed = 0),
      check (seriously_injured <= injured),
      check ((geom is null) = (locating = 'unlocated'))
    )`.execute(db)
  await sql`create index accident_geom on accident using gist (geom)`.execute(db)
  await sql`create index accident_geom_3857 on accident using gist (geom_3857)`.execute(db)
  await sql`create index accident_occurred on accident (occurred_on)`.execute(db)
  await sql`create index accident_road on accident (road_code, stake)`.execute(db)
  await sql`comment on table accident is 'No names, identity numbers, telephones or number plates: there is no column for them.'`.execute(
    db,
  )
  await sql`comment on column accident.killed is 'Dead within 7 days, the count of the statistics.'`.execute(
    db,
  )
  await sql`comment on column accident.imported is 'Values as the source gave them; the columns hold the corrected ones, corrections says which and why.'`.execute(
    db,
  )
  await sql`comment on column accident.geom_3857 is 'For tiles: transforming per request costs half of the tile rate.'`.execute(
    db,
  )
}
