import type { z } from 'zod'
import { recordChange } from '../../audit/audit.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import type { Actor } from '../../http/actor.ts'
import { Conflict, Forbidden, NotFound, Unprocessable } from '../../http/problem.ts'
import { fieldErrors } from '../../http/validate.ts'
import { httpMessages } from '../../http/http-messages.ts'
import { keepPhoto, preparePhoto, type PhotoServices } from '../../photos/keep-photo.commands.ts'
import { photoLimits } from '../../photos/photo-limits.ts'
import type { ArrivedPhoto } from '../../photos/receive-photo.commands.ts'
import type { PreparedPhoto } from '../../photos/studio-protocol.ts'
import { hazardMessages } from '../hazard-messages.ts'
import type { HazardRow } from '../hazard-row.ts'
import { findHazard, lockHazard } from '../hazard.queries.ts'
import { hazardPhotoMessages } from './hazard-photo-messages.ts'
import * as queries from './hazard-photo.queries.ts'
import type { PhotoFields } from './hazard-photo.schema.ts'
import { refusalToAdd, type Refusal } from './photo-rules.ts'
import type { PhotoStage } from './photo-stages.ts'
import { judgePhotos, type JudgedPhoto } from './read-photos.commands.ts'

export function refuseFor(refusal: Refusal | undefined): void {
  if (refusal?.kind === 'forbidden') throw new Forbidden(refusal.text)
  if (refusal) throw new Unprocessable(refusal.text, [{ path: 'stage', message: refusal.text }])
}

export async function requireHazard(db: Database, id: string): Promise<HazardRow> {
  const hazard = await findHazard(db, id)
  if (!hazard) throw new NotFound(hazardMessages.unknownHazard())
  return hazard
}

/** The words of a form that came with a photo. */
export function readFields<Schema extends z.ZodType>(
  schema: Schema,
  fields: Readonly<Record<string, string>>,
): z.output<Schema> {
  const result = schema.safeParse(fields)
  if (result.success) return result.data
  const errors = fieldErrors(result.error.issues)
  throw new Unprocessable(httpMessages.refusedValues(errors.length), errors)
}

interface Order extends Acting {
  readonly hazardId: string
  readonly fields: PhotoFields
  readonly arrived: ArrivedPhoto
}

/** The same bytes for the same stage are the same photo, whatever id they are sent under. */
async function findSame(db: Database, { hazardId, fields, arrived }: Order) {
  const look = () => queries.findStandingPhoto(db, hazardId, fields.stage, arrived.sha256)
  const same = await look()
  if (same || !fields.id || !(await queries.findPhotoHazard(db, fields.id))) return same
  // The same request may have been committed between the two looks.
  const meanwhile = await look()
  if (!meanwhile) throw new Conflict(hazardPhotoMessages.otherPhoto())
  return meanwhile
}

const judgeOne = async (db: Database, row: queries.PhotoRow): Promise<JudgedPhoto> =>
  (await judgePhotos(db, [row]))[0]!

async function insertAll(trx: Trx, order: Order, photo: PreparedPhoto): Promise<JudgedPhoto> {
  const { actor, at, hazardId, fields, arrived } = order
  const id = fields.id ?? newId()
  const { mediaType, width, height, exif } = photo
  const { sha256, bytes } = arrived
  await queries.insertPhotoFile(trx, { sha256, mediaType, bytes, width, height, ...takenFacts(exif), at })
  await queries.insertPhoto(trx, {
    id,
    hazardId,
    stage: fields.stage,
    sha256,
    fileName: arrived.name,
    caption: fields.caption ?? null,
    at,
    actorId: actor.id,
    actorName: actor.displayName,
  })
  const judged = await judgeOne(trx, (await queries.findPhoto(trx, hazardId, id))!)
  await queries.updateFindings(trx, id, judged.findings)
  return judged
}

export const takenFacts = ({ takenAt, point, camera }: PreparedPhoto['exif']) => ({ takenAt, point, camera })

/** Puts a photo into the trail of a hazard; sent again, it is the photo that is there already. */
export async function addPhoto(
  db: Database,
  services: PhotoServices,
  order: Order,
): Promise<{ photo: JudgedPhoto; isNew: boolean }> {
  const { actor, at, hazardId, fields, arrived } = order
  const known = await findSame(db, order)
  if (known) return { photo: await judgeOne(db, known), isNew: false }
  const prepared = await preparePhoto(services, arrived)
  await keepPhoto(services, arrived, prepared)
  return db.transaction().execute(async (trx) => {
    await lockHazard(trx, hazardId)
    refuseFor(refusalToAdd(actor, await requireHazard(trx, hazardId), fields.stage))
    const meanwhile = await findSame(trx, order)
    if (meanwhile) return { photo: await judgeOne(trx, meanwhile), isNew: false }
    if ((await queries.countStandingPhotos(trx, hazardId)) >= photoLimits.photosPerHazard)
      throw new Unprocessable(hazardPhotoMessages.full())
    const photo = await insertAll(trx, order, prepared)
    await recordChange(trx, actor, {
      action: 'hazard.addPhoto',
      objectType: 'hazard',
      objectId: hazardId,
      after: {
        photo: photo.id,
        stage: photo.stage,
        sha256: photo.sha256,
        bytes: photo.bytes,
        fileName: photo.fileName,
        findings: photo.findings,
      },
      at,
    })
    return { photo, isNew: true }
  })
}

/** Before a single byte is read: who may not put photos here does not send 25 MB first. */
export async function refuseUpload(db: Database, actor: Actor, hazardId: string): Promise<void> {
  const hazard = await requireHazard(db, hazardId)
  const stages: readonly PhotoStage[] = ['found', 'revisit', 'receipt']
  const refusals = stages.map((stage) => refusalToAdd(actor, hazard, stage))
  if (refusals.every(Boolean)) refuseFor(refusals[0])
}
