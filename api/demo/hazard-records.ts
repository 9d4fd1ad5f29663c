import { bannerDay } from '../areas/calendar-days.ts'
import { demoId } from './demo-id.ts'
import { demoAttendees, extensionDates, listingUnits } from './hazard-act-fields.ts'
import type { DemoTransition } from './hazard-history.ts'
import type { HazardSeed } from './hazard-seed.ts'
import type { Random } from './seeded-random.ts'

interface Recorded {
  readonly hazardId: string
  readonly seed: HazardSeed
  readonly history: readonly DemoTransition[]
  readonly now: Date
}

const who = ({ at, actor_id, actor_name }: DemoTransition) => ({ at, actor_id, actor_name })
const kinds: Readonly<Record<string, string>> = {
  notify: 'notice',
  reportToGovernment: 'reportToGovernment',
  urge: 'urging',
  requestAcceptance: 'acceptanceRequest',
}

function documents({ hazardId, seed, history }: Recorded, random: Random) {
  const signed = history.find(({ action }) => action === 'sign')
  return history
    .filter(({ action }) => kinds[action])
    .map((act) => {
      const isReceived = act.action === 'notify' && signed !== undefined && !seed.hasNoReceipt
      return {
        id: demoId(new Date(act.at), random),
        hazard_id: hazardId,
        kind: kinds[act.action],
        number: act.fields.documentNumber ?? null,
        addressee: act.fields.addressee ?? '治理责任单位',
        delivery_method: act.fields.deliveryMethod ?? null,
        delivered_on: bannerDay(new Date(act.at)),
        receipt_on: isReceived ? bannerDay(new Date(signed.at)) : null,
        receipt_by: isReceived ? '王某某' : null,
        note: act.note,
        ...who(act),
      }
    })
}

const acceptances = ({ hazardId, history }: Recorded, random: Random) =>
  history
    .filter(({ action }) => action === 'accept' || action === 'returnForRemedy')
    .map((act) => ({
      id: demoId(new Date(act.at), random),
      hazard_id: hazardId,
      accepted_on: bannerDay(new Date(act.at)),
      attendees: demoAttendees,
      checks: act.fields.checks ?? [],
      conclusion: act.action === 'accept' ? 'passed' : 'partial',
      opinion: act.fields.conclusion ?? act.note,
      ...who(act),
    }))

function extensions({ hazardId, seed, history, now }: Recorded, random: Random) {
  const asked = history.find(({ action }) => action === 'requestExtension')
  if (!asked) return []
  const granted = history.find(({ action }) => action === 'grantExtension')
  const { from, to } = extensionDates(seed, now)
  return [
    {
      id: demoId(new Date(asked.at), random),
      hazard_id: hazardId,
      state: granted ? 'granted' : 'pending',
      from_due: from,
      to_due: to,
      is_winter_pause: seed.extension?.isWinterPause ?? false,
      reason: asked.note ?? '',
      requested_at: asked.at,
      requested_by: asked.actor_id,
      requested_by_name: asked.actor_name,
      opinion: granted?.fields.opinion ?? null,
      decided_at: granted?.at ?? null,
      decided_by: granted?.actor_id ?? null,
      decided_by_name: granted?.actor_name ?? null,
    },
  ]
}

const revisits = ({ hazardId, history }: Recorded, random: Random) =>
  history
    .filter(({ action }) => action === 'revisit')
    .map((act) => ({
      id: demoId(new Date(act.at), random),
      hazard_id: hazardId,
      revisited_on: bannerDay(new Date(act.at)),
      result: 'holds',
      note: act.note,
      ...who(act),
    }))

function listings({ hazardId, seed, history }: Recorded, random: Random) {
  const proposed = history.find(({ action }) => action === 'proposeListing')
  if (!seed.listing || !proposed) return []
  const granted = history.find(({ action }) => action === 'recordListing')
  const said = granted?.fields ?? {}
  return [
    {
      id: demoId(new Date(proposed.at), random),
      hazard_id: hazardId,
      level: seed.listing.level,
      listing_unit: listingUnits[seed.listing.level],
      state: granted ? 'listed' : 'requested',
      proposal: proposed.fields.proposal ?? null,
      requested_on: bannerDay(new Date(proposed.at)),
      document_number: said.documentNumber ?? null,
      listed_on: said.listedOn ?? null,
      required_by: said.requiredBy ?? null,
      created_at: proposed.at,
    },
  ]
}

/** Rows beside the history, each from the act that made it. */
export const demoRecords = (recorded: Recorded, random: Random) => ({
  documents: documents(recorded, random),
  acceptances: acceptances(recorded, random),
  extensions: extensions(recorded, random),
  revisits: revisits(recorded, random),
  listings: listings(recorded, random),
})
