import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import '../audit/audit.table.ts'
import '../auth/auth.table.ts'
import './road.table.ts'

export interface NetworkRow {
  readonly id: string
  readonly kind: 'section' | 'anchor' | 'chainBreak'
  readonly section: number | null
  readonly fromStake: number
  readonly toStake: number | null
  readonly jump: number | null
  readonly method: string | null
  readonly point: [number, number] | null
  readonly note: string | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly at: Date
  readonly by: string | null
}

/** Every section, anchor and chain break that a road ever had. */
export async function listNetworkRows(db: Database, road: string): Promise<NetworkRow[]> {
  const { rows } = await sql<NetworkRow>`
    with network_row as (
      select id, 'section' as kind, sequence as section, from_stake, to_stake, null::int as jump, null as method,
        null::json as point, source as note, valid_from, valid_to, created_at, created_by
      from road_section where road_code = ${road}
      union all
      select anchor.id, 'anchor', sequence, stake, null, null, method,
        json_build_array(st_x(anchor.geom), st_y(anchor.geom)), note, anchor.valid_from, anchor.valid_to,
        anchor.created_at, anchor.created_by
      from stake_anchor as anchor join road_section as section on section.id = section_id
      where road_code = ${road}
      union all
      select id, 'chainBreak', null, at_stake, null, jump, null, null, note, valid_from, valid_to, created_at, created_by
      from chain_break where road_code = ${road})
    select network_row.id, kind, section, from_stake as "fromStake", to_stake as "toStake", jump, method, point, note,
      valid_from as "validFrom", valid_to as "validTo", network_row.created_at as at, display_name as by
    from network_row left join user_account on user_account.id = created_by`.execute(db)
  return rows
}

export interface NetworkAct {
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  readonly began: readonly string[]
  readonly ended: readonly string[]
}

/** The entries of the audit trail that began or ended rows of the network of a road, oldest first. */
export async function listNetworkActs(db: Database, road: string): Promise<NetworkAct[]> {
  const { rows } = await sql<NetworkAct>`
    select at, actor_name as by, reason, coalesce(after->'began', '[]'::jsonb) as began,
      coalesce(after->'ended', '[]'::jsonb) as ended
    from audit_entry
    where object_type = 'road' and object_id = ${road} and jsonb_typeof(after) = 'object'
      and (after ? 'began' or after ? 'ended')
    order by sequence`.execute(db)
  return rows
}
