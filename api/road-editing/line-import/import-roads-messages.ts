import type { Text } from '../../http/text.ts'
import type { MovedRecords } from '../road-editing.schema.ts'
import type { ImportRefusal } from '../../roads/geometry-import/import-plan.ts'

const refusals: Readonly<Record<ImportRefusal, Text>> = {
  nothingFound: {
    zh: '文件里没有这条路：没有要素的编号或名称与它相同。请核对 ref、LXBH 或路名，或先给路线加别名。',
    en: 'The file does not hold this road: nothing in it bears its code or a name of it. Check ref, LXBH or name, or give the road an alias first.',
  },
  outside: {
    zh: '文件里有这条路，但都在旗界以外。请核对文件的地区和坐标系。',
    en: 'The file holds this road, all of it outside the banner. Check the region and the coordinate system of the file.',
  },
  noStart: {
    zh: '不知道桩号从哪一端起算。请用 --start "经度,纬度" 给出起点附近的一点。',
    en: 'Nothing says at which end the stakes begin. Give a point near it: --start "lon,lat".',
  },
  noStakes: {
    zh: '不知道起点桩号。请用 --from K0+000 给出（止点可用 --to）。',
    en: 'Nothing says at which stake the road begins. Give it: --from K0+000 (and --to for its end).',
  },
}

export const importRoadsMessages = {
  refused: (refusal: ImportRefusal): Text => refusals[refusal],
  noFile: (): Text => ({
    zh: '请给出文件：npm run import:roads -- 文件 [--road G109] [--apply --reason "理由"]',
    en: 'Name a file: npm run import:roads -- FILE [--road G109] [--apply --reason "why"]',
  }),
  unknownOption: (why: string): Text => ({
    zh: `命令行写法有误（${why.split('. ')[0]}）。可用：--road --start --from --to --carriageways --margin --tolerance --out --apply --reason`,
    en: `The command cannot be read (${why.split('. ')[0]}). Known: --road --start --from --to --carriageways --margin --tolerance --out --apply --reason`,
  }),
  cannotOpen: (file: string): Text => ({
    zh: `打不开文件 ${file}。请检查路径和权限。`,
    en: `The file ${file} cannot be opened. Check its path and permissions.`,
  }),
  unknownFormat: (file: string): Text => ({
    zh: `${file} 不是 GeoJSON、OSM XML 或 .osm.pbf。Shapefile 请先转成 GeoJSON（ogr2ogr -t_srs EPSG:4326 -f GeoJSON）。`,
    en: `${file} is neither GeoJSON nor OSM XML nor .osm.pbf. Convert a shapefile first: ogr2ogr -t_srs EPSG:4326 -f GeoJSON.`,
  }),
  broken: (file: string, why: string): Text => ({
    zh: `${file} 读不完整（${why}）。文件可能没有下载完，请重新下载或导出。`,
    en: `${file} cannot be read to its end (${why}). It may not be whole: download or export it again.`,
  }),
  notGeoJson: (file: string): Text => ({
    zh: `${file} 是 JSON，但不是 GeoJSON 的 FeatureCollection 或 Feature。`,
    en: `${file} is JSON, but no GeoJSON FeatureCollection or Feature.`,
  }),
  notDegrees: (file: string): Text => ({
    zh: `${file} 的坐标不是 WGS84 经纬度。请先转换：ogr2ogr -t_srs EPSG:4326 -f GeoJSON 新文件 原文件。`,
    en: `The coordinates of ${file} are not WGS 84 degrees. Convert it: ogr2ogr -t_srs EPSG:4326 -f GeoJSON new old.`,
  }),
  unknownRoad: (code: string, known: readonly string[]): Text => ({
    zh: `没有路线 ${code}。已登记：${known.join('、')}。新路线请先登记。`,
    en: `There is no road ${code}. Known: ${known.join(', ')}. Register a new road first.`,
  }),
  unreadable: (option: string, given: string, example: string): Text => ({
    zh: `${option} 的值“${given}”读不懂，应写成 ${example}。`,
    en: `${option} ${given} cannot be read; write it like ${example}.`,
  }),
  oneRoadOnly: (): Text => ({
    zh: '--start、--from、--to 只对一条路有意义，请同时用 --road 指明一条。',
    en: '--start, --from and --to make sense for one road only: name it with --road.',
  }),
  reasonNeeded: (): Text => ({
    zh: '写入时须用 --reason 说明理由（如“2026年实测线形”），它会留在路线的历史里。',
    en: 'To apply, say why with --reason (such as "surveyed 2026"); it stays in the history of the road.',
  }),
  holdsNoRoad: (): Text => ({
    zh: '文件里没有已登记的路线。用 --road 指明路线可看到原因。',
    en: 'The file holds none of the registered roads. Name one with --road to see why.',
  }),
  incompleteWays: (ways: number): Text => ({
    zh: `有 ${ways} 条线被文件的边界截断，只取文件内的部分。`,
    en: `${ways} ways are cut by the border of the file; the part within it is taken.`,
  }),
  linesWritten: (out: string): Text => ({
    zh: `计划线形已写入 ${out}，可用 QGIS 查看。`,
    en: `The planned lines are in ${out}, for a look in QGIS.`,
  }),
  dryRun: (): Text => ({
    zh: '以上为试运行，未写入任何内容。确认后加 --apply --reason "理由" 写入。',
    en: 'This was a dry run, nothing was written. To write it add --apply --reason "why".',
  }),
  applied: (code: string, { accidents, hazards, facilities }: MovedRecords): Text => ({
    zh: `${code} 的线形已更新，旧线形留在历史中；随之移动：事故 ${accidents}、隐患 ${hazards}、设施 ${facilities}。`,
    en: `${code} has its new line, the former one stays in the history; moved along: ${accidents} accidents, ${hazards} hazards, ${facilities} facilities.`,
  }),
  noDatabase: (folder: string): Text => ({
    zh: `${folder} 中没有数据库。请检查 DATA_FOLDER 或 DATABASE_URL，或先运行一次 npm start。`,
    en: `There is no database in ${folder}. Check DATA_FOLDER or DATABASE_URL, or run npm start once.`,
  }),
}
