import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { OpenedDatabase } from './db/open-database.ts'
import type { Database } from './db/tables.ts'
import type { ExportSettings } from './exports/export-services.ts'
import { hazardLedgerExport } from './hazards/ledger-export/ledger-export.commands.ts'
import { newProgressBoard } from './imports/import-progress.ts'
import type { ImportServices } from './imports/import-services.ts'
import { newFileReader } from './imports/import-reader.commands.ts'
import { hazardSheetExport } from './letters/hazard-sheet/sheet-export.commands.ts'
import type { PhotoServices } from './photos/keep-photo.commands.ts'
import { arrivalFolder, openPhotoStore } from './photos/open-store.commands.ts'
import type { S3Settings } from './photos/store-settings.ts'
import { newStudio } from './photos/studio.commands.ts'
import { supervisionListExport } from './supervision/paper/list-export.commands.ts'
import { findOffice } from './documents/office/office.queries.ts'

export interface AppDependencies {
  readonly database: OpenedDatabase
  readonly now: () => Date
  readonly logger: Logger
  /** Folder of the built web app; tests of the API go without. */
  readonly webFolder?: string
  /** Where uploads are staged; without one, among the system's temporary files. */
  readonly dataFolder?: string
  /** Without one, photos are kept in the data folder. */
  readonly photoStore?: S3Settings
  /** A proxy of ours stands in front and says who calls. */
  readonly trustsProxy?: boolean
  /** Where the head of the audit chain is written down once a day, outside the database. */
  readonly auditAnchorFile?: string
  readonly passwordMaxAgeDays?: number
}

const folderOf = ({ dataFolder }: AppDependencies) => dataFolder ?? join(tmpdir(), 'otog-road-safety-map')

export function photoServices(dependencies: AppDependencies): PhotoServices {
  const folder = folderOf(dependencies)
  return {
    store: openPhotoStore(folder, dependencies.photoStore),
    studio: newStudio(),
    folder: arrivalFolder(folder),
  }
}

export function importServices(dependencies: AppDependencies): ImportServices {
  const { database, now, logger } = dependencies
  return {
    db: database.db,
    now,
    board: newProgressBoard(() => performance.now()),
    folder: join(folderOf(dependencies), 'imports'),
    reader: newFileReader(),
    isAlone: database.engine === 'embedded',
    onError: (error) => logger.error({ err: error }, 'import'),
  }
}

/** Accidents come before documents, and are told what is printed on every page. */
export const findWatermark = async (db: Database) => (await findOffice(db)).watermark

/** Everything that takes too long to be waited for. */
const exportKinds = ({ store }: PhotoServices) => [
  hazardLedgerExport,
  supervisionListExport(store),
  hazardSheetExport(store),
]

export function exportSettings(dependencies: AppDependencies, photos: PhotoServices): ExportSettings {
  const { database, now, logger } = dependencies
  return {
    db: database.db,
    now,
    folder: join(folderOf(dependencies), 'exports'),
    kinds: exportKinds(photos),
    isAlone: database.engine === 'embedded',
    onError: (error) => logger.error({ err: error }, 'export'),
  }
}
