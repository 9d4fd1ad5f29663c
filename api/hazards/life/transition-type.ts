import type { Permission } from '../../auth/permissions.ts'
import type { Text } from '../../http/text.ts'
import type { ClockId } from '../clocks/clock-times.ts'
import type { HazardActionId } from '../hazard-actions.ts'
import type { PhotoStage } from '../photos/photo-stages.ts'
import type { HazardStatus } from '../hazard-status.ts'
import type { ConditionId } from './conditions.ts'
import type { TransitionField } from './transition-fields.ts'

/** Rows that an act leaves besides its line in the history. */
export type Written =
  | 'listing'
  | 'extension'
  | 'acceptance'
  | 'revisit'
  | 'notice'
  | 'receipt'
  | 'handOver'
  | 'reportToGovernment'
  | 'urging'
  | 'acceptanceRequest'
  | 'accidentSnapshot'
  | 'facilities'

/** What stands in for a photo: a word of the request, or what is already known of the hazard. */
export type Waiver = 'receiptToFollow' | 'facilitiesInPlace'

export interface Transition extends Text {
  /** Number in the procedure. */
  readonly rule: string
  readonly from: readonly HazardStatus[]
  /** Left out: the act runs beside the main track and the status stays. */
  readonly to?: HazardStatus
  readonly permission: Permission
  /** The person who may press the button, in words. */
  readonly who: Text
  /** What must be so before it, besides the status. */
  readonly conditions?: readonly ConditionId[]
  /** Given with the act, or already known of the hazard. */
  readonly required: readonly TransitionField[]
  /** 重大 asks for more: what holds the danger until the road is mended. */
  readonly requiredWhenMajor?: readonly TransitionField[]
  /** While a listing stands. */
  readonly requiredWhenListed?: readonly TransitionField[]
  /** While a listing of the banner or above stands: its supervising unit has a word. */
  readonly requiredWhenListedAbove?: readonly TransitionField[]
  /** May come with it; the form offers them. */
  readonly optional?: readonly TransitionField[]
  /** Stages of which at least one photo must be there. */
  readonly evidence?: readonly PhotoStage[]
  readonly evidenceUnless?: Waiver
  /** Four eyes: whoever did one of these on this hazard may not do this. */
  readonly notBy?: readonly ('register' | HazardActionId)[]
  /** The clocks that start with it. */
  readonly starts?: readonly ClockId[]
  /** The clocks that it is done within: they end with it. */
  readonly answers?: readonly ClockId[]
  readonly writes?: readonly Written[]
  /** 拟办: what it brings is put before the person who decides; the hazard itself stays as it is. */
  readonly isProposal?: true
}

export type Transitions<Id extends HazardActionId> = Readonly<Record<Id, Transition>>
