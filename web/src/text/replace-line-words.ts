import { pair } from './pair.ts'

/** Drawing a road anew from a file. */
export const replaceLineWords = pair(
  {
    title: '从文件换线形',
    hint: '选一个 GeoJSON 文件（WGS84 经纬度），按编号或路名找出这条路。先预览，确认后才写入。',
    file: 'GeoJSON 文件',
    start: '起点附近的坐标（可选）',
    startHint: '桩号从哪一端起算不清楚时才填，写成“经度,纬度”。',
    badStart: '请写成“107.98,39.10”。',
    reading: '正在读取文件……',
    tooLarge: '文件超过 50 兆，请用命令行 npm run import:roads 导入。',
    notGeoJson: '这不是 GeoJSON 文件，请重新选择。',
    notDegrees: '坐标不是 WGS84 经纬度，请先转换坐标系。',
    refusals: {
      nothingFound: '文件里没有这条路：没有要素的编号或名称与它相同。请核对，或先给路线加别名。',
      outside: '文件里有这条路，但都在旗界以外。请核对文件。',
      noStart: '不知道桩号从哪一端起算，请填起点附近的坐标。',
      noStakes: '不知道起点桩号，请先在“概况”里填写起点桩号。',
    },
    preview: '预览：新线用深色，现有线形用灰色。',
    unsavedFirst: '请先保存或放弃上面的改动，再换线形。',
    apply: '换成这条线',
    cancel: '放弃预览',
  },
  {
    title: 'Draw anew from a file',
    hint: 'Choose a GeoJSON file (WGS 84 degrees); the road is found by its code or name. Nothing is written before you confirm.',
    file: 'GeoJSON file',
    start: 'A point near the start (optional)',
    startHint: 'Only where it is not clear at which end the stakes begin: "longitude,latitude".',
    badStart: 'Write it as "107.98,39.10".',
    reading: 'Reading the file …',
    tooLarge: 'The file is larger than 50 MB: use npm run import:roads on the command line.',
    notGeoJson: 'This is no GeoJSON file. Choose another.',
    notDegrees: 'The coordinates are not WGS 84 degrees. Convert them first.',
    refusals: {
      nothingFound: 'The file does not hold this road: nothing bears its code or a name of it.',
      outside: 'The file holds this road, all of it outside the banner.',
      noStart: 'Nothing says at which end the stakes begin: give a point near the start.',
      noStakes: 'Nothing says at which stake the road begins: enter the first stake under Facts.',
    },
    preview: 'Preview: the new line is dark, the present one grey.',
    unsavedFirst: 'Save or discard the changes above before drawing the line anew.',
    apply: 'Take this line',
    cancel: 'Drop the preview',
  },
)
