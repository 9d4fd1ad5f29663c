import type { Text } from '../../http/text.ts'

/** One page for whoever is new: each state in two sentences, each act where it belongs. A test holds it to the table. */
export const lifeInProse: readonly Text[] = [
  {
    zh: '待研判：有人把隐患登记上来，编号已经给出，还没有人认定。事故中队或大队领导三个工作日内研判通过、退回补正、合并或不予立项，登记的人不能研判自己登记的隐患。中队或事故中队文职可以先拟办，民警核对后签审；拟办不改动隐患内容。',
    en: 'To be reviewed: somebody registered it, it has its number, nobody has judged it yet. Within three working days the accident squad or a leader will Approve, Return for correction, Merge or Do not take on; never the person who registered it. Civilian staff may Draft the review first; an officer checks and decides, and a draft changes nothing of the hazard.',
  },
  {
    zh: '退回补正：资料不够，退给中队补。两个工作日内补正后重报，回到待研判。',
    en: 'Returned for correction: too little was said, the squad adds it. Within two working days it is Resubmitted and waits for review again (Resubmit).',
  },
  {
    zh: '已合并：同一处已有隐患，这条并进去，自己的编号、经过和照片都留着。目标隐患的档案里看得到它。',
    en: 'Merged: the place has a hazard already and this one went into it, keeping its number, history and photos. The records of the other one show it.',
  },
  {
    zh: '不予立项：研判认为不构成隐患，理由写明。编号保留，不再办理。',
    en: 'Not taken on: the review found no hazard and says why. The number stays and nothing more is done.',
  },
  {
    zh: '已立项：成因、类型、等级、责任单位、建议和时限都已定，当天的事故统计快照随之存档。大队领导两个工作日内签发抄告；不归我们管的，移交。',
    en: 'Taken on: cause, kind, level, unit, advice and date are fixed, and the accident figures of that day are kept with it. Within two working days a leader will Notify the responsible unit, or Hand over what is not ours.',
  },
  {
    zh: '待签收：函已送出，等责任单位签收。三个工作日内登记签收，不签收就催办；回执后到的，凭照片补登回执；重大隐患和多发点段另须报告旗委政府，二十四小时内。',
    en: 'To be signed for: the letter is out and the unit has not signed. Within three working days Record the receipt, else Urge; where the paper comes later, Record a late receipt with its photo; a major or accident-prone place needs Report to the banner government too, within 24 hours.',
  },
  {
    zh: '移交上级/其他：交给了别的单位，仍在移交跟踪里，没有销号。对方不接的，办理移交退回，回到已立项。',
    en: 'Handed over: another body has it; it is followed, not closed. If they send it back, Take back returns it to taken on.',
  },
  {
    zh: '整改中：责任单位在修，挂牌的半月一报，其他每月一报，填报进展不改变状态。期间可以申请延期，由大队领导批准延期或驳回延期；也可以提请挂牌，由内务登记挂牌或登记未批准挂牌。修好了凭整改后照片申请验收。',
    en: 'Being remedied: the unit is mending; Report progress half-monthly while listed, else monthly, and the status stays. Meanwhile one may Request an extension, which a leader decides (Grant the extension, Refuse the extension), or Propose a listing, which the office records (Record the listing, Record that the listing was refused). When it is mended, Request acceptance with photos from the same spot.',
  },
  {
    zh: '待验收：收到申请三日内组织验收，至少两人、两个单位，逐项核对。全部通过才能验收合格，否则退回整改。',
    en: 'To be accepted: within three days at least two people of two units look at it item by item. Only when all is met Accept; else Return for remedy.',
  },
  {
    zh: '待销号：验收已合格，等大队领导复核销号，经办验收申请的人不能销号。旗级及以上挂牌的先登记摘牌；每件临时设施都要定下拆除、保留还是转永久。',
    en: 'To be closed: it passed and waits for a leader to Close it, not the person who recorded the request. Record the delisting first where the banner or above listed it; every temporary facility is removed, kept or made permanent.',
  },
  {
    zh: '已销号：整改前后照片、验收表、文号齐全，档案不再直接修改，只能更正。九十日内由督察或事故中队回头看。',
    en: 'Closed: photos before and after, the acceptance and the papers are there; it is no longer edited, only corrected. Within ninety days there is a Later check.',
  },
  {
    zh: '反弹重开：销号后十二个月内二百米范围又有人伤亡，或者回头看发现反弹，系统提出建议，由大队领导决定反弹重开。定下新的责任单位和时限后重新整改，原时限仍然可见。',
    en: 'Reopened: within twelve months people were hurt within 200 m, or a check found it back; it is proposed and a leader decides to Reopen. With a unit and a new date, Resume the remedy; the first date stays visible.',
  },
  {
    zh: '采取临时管控：从登记到销号前任何时候都可以做，一盏灯、一块牌都不改变状态，临时管控不等于治理。辖区调整时由事故中队办理交接中队，写明交接事项。',
    en: 'Put temporary control in place: at any time before closing; no lamp and no sign ever moves the status, for temporary control is no remedy. When districts change, the accident squad will Pass to another squad with a note.',
  },
]
