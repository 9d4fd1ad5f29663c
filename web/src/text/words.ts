import { auditWords } from './audit-words.ts'
import { inspectionWords } from './inspection-words.ts'
import { accidentWords } from './accident-words.ts'
import { facilityEditWords } from './facility-edit-words.ts'
import { evaluationWords } from './evaluation-words.ts'
import { facilityGapWords } from './facility-gap-words.ts'
import { facilityRoundWords } from './facility-round-words.ts'
import { roundListWords } from './round-list-words.ts'
import { facilityWords } from './facility-words.ts'
import { clockWords } from './clock-words.ts'
import { correctionWords } from './correction-words.ts'
import { densityWords } from './density-words.ts'
import { exportWords } from './export-words.ts'
import { filterWords } from './filter-words.ts'
import { hazardWords } from './hazard-words.ts'
import { holidayWords } from './holiday-words.ts'
import { hotspotMethodWords } from './hotspot-method-words.ts'
import { hotspotWords } from './hotspot-words.ts'
import { importRowWords } from './import-row-words.ts'
import { importWords } from './import-words.ts'
import { layerWords } from './layer-words.ts'
import { listWords } from './list-words.ts'
import { letterWords } from './letter-words.ts'
import { locatingWords } from './locating-words.ts'
import { photoWords } from './photo-words.ts'
import { patrolWords } from './patrol-words.ts'
import { officeWords } from './office-words.ts'
import { ownAccountWords } from './own-account-words.ts'
import { peopleWords } from './people-words.ts'
import { placeWords } from './place-words.ts'
import { roadEditWords } from './road-edit-words.ts'
import { roadLineWords } from './road-line-words.ts'
import { punctuation } from '../../../api/http/text.ts'
import { recordWords } from './record-words.ts'
import { reopeningWords } from './reopening-words.ts'
import { replaceLineWords } from './replace-line-words.ts'
import { ruleNumberWords } from './rule-number-words.ts'
import { searchWords } from './search-words.ts'
import { shellWords } from './shell-words.ts'
import { signInWords } from './sign-in-words.ts'
import { statisticsWords } from './statistics-words.ts'
import { stakeWords } from './stake-words.ts'
import { stripWords } from './strip-words.ts'
import { supervisionWords } from './supervision-words.ts'
import { surroundingsWords } from './surroundings-words.ts'
import { toDoWords } from './to-do-words.ts'
import { trafficWords } from './traffic-words.ts'
import { transitionWords } from './transition-words.ts'

export type Language = 'zh' | 'en'

/** Every word the user reads, by the part of the screen it stands on. */
export function wordsIn(language: Language) {
  return {
    shell: shellWords[language],
    signIn: signInWords[language],
    filters: filterWords[language],
    exports: exportWords[language],
    layers: layerWords[language],
    hotspots: hotspotWords[language],
    density: densityWords[language],
    hotspotMethod: hotspotMethodWords[language],
    ruleNumbers: ruleNumberWords[language],
    hazards: hazardWords[language],
    facilities: facilityWords[language],
    facilityEdit: facilityEditWords[language],
    gaps: facilityGapWords[language],
    evaluation: evaluationWords[language],
    rounds: facilityRoundWords[language],
    roundList: roundListWords[language],
    accidents: accidentWords[language],
    supervision: supervisionWords[language],
    lists: listWords[language],
    transitions: transitionWords[language],
    clocks: clockWords[language],
    records: recordWords[language],
    corrections: correctionWords[language],
    reopening: reopeningWords[language],
    holidays: holidayWords[language],
    traffic: trafficWords[language],
    letters: letterWords[language],
    office: officeWords[language],
    photos: photoWords[language],
    audit: auditWords[language],
    inspection: inspectionWords[language],
    statistics: statisticsWords[language],
    place: placeWords[language],
    punctuation: punctuation[language],
    people: peopleWords[language],
    ownAccount: ownAccountWords[language],
    search: searchWords[language],
    stake: stakeWords[language],
    strip: stripWords[language],
    locating: locatingWords[language],
    imports: importWords[language],
    importRows: importRowWords[language],
    roadEdit: roadEditWords[language],
    roadLine: roadLineWords[language],
    replaceLine: replaceLineWords[language],
    toDo: toDoWords[language],
    patrol: patrolWords[language],
    surroundings: surroundingsWords[language],
  }
}

export type Words = ReturnType<typeof wordsIn>
