import { pair } from './pair.ts'

export const layerWords = pair(
  {
    title: '图层与图例',
    groups: { hotspots: '事故多发点段', accidents: '事故', hazards: '隐患', facilities: '设施' },
    show: '显示图层',
    limits: {
      hotspots: '按所选规则筛查，只含已定位的事故。',
      accidents: '按筛选条件显示；没有桩号和坐标的事故不在图上。',
      hazards: '含全部状态；仅有文字位置的不在图上。',
      roads: '桩号由锚点内插，待大队核定；虚线为线位存疑的路段。',
      facilities: '以台账登记为准，状态截至最近一次巡检。',
    },
    basemap: '底图：© OpenStreetMap 贡献者（ODbL），界线仅作示意。',
  },
  {
    title: 'Layers and legend',
    groups: {
      hotspots: 'Accident-prone places',
      accidents: 'Accidents',
      hazards: 'Hazards',
      facilities: 'Facilities',
    },
    show: 'Layers shown',
    limits: {
      hotspots: 'Screened by the chosen rule from located accidents only.',
      accidents: 'As filtered; accidents without stake and coordinates are not on the map.',
      hazards: 'Every status; those described in words only are not on the map.',
      roads:
        'Stakes are interpolated between anchors, to be confirmed by the brigade; dashed lines are uncertain.',
      facilities: 'As in the ledger, with the state of the last inspection.',
    },
    basemap: 'Base map: © OpenStreetMap contributors (ODbL); boundaries are a sketch.',
  },
)
