/**
 * The closed lists an adviser chooses from. Codes only: the words stand in locales/<lang>/desk.yaml
 * under the same names, and a test holds both equal.
 */

/** How a resident was tried: phone 打电话, visit 上门, chat 对话. */
export const CONTACT_WAYS = ['phone', 'visit', 'chat'] as const

export type ContactWay = (typeof CONTACT_WAYS)[number]

/** Why a case goes back to the queue (放回待领取). */
export const RELEASE_REASONS = ['not_mine', 'overload', 'absent', 'mistake', 'other'] as const

export type ReleaseReason = (typeof RELEASE_REASONS)[number]

/** What calls one person (铃). */
export const NOTICE_KINDS = [
  'mention',
  'transfer',
  'declined',
  'accepted',
  'late',
  'quiet',
  'undelivered',
  'assigned',
  'offered_again',
  'escalated',
  'reminder',
  'reminder_answered',
  'reminder_late',
  'complaint',
  'outside_answered',
  'reminder_replied',
  'measure_soon',
  'measure_due',
  'plan_submitted',
  'plan_approved',
  'plan_returned',
  'plan_answered',
  'consultation_called',
  'consultation_awaits',
  'consultation_concluded',
] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Why a masked phone number is looked at (显示号码). */
export const REVEAL_REASONS = ['call', 'visit', 'verify', 'emergency'] as const

export type RevealReason = (typeof REVEAL_REASONS)[number]

/** Why a case goes to another street (转出): 搬家, 户籍, 地址有误, 专长, 其他. */
export const TRANSFER_REASONS = [
  'moved',
  'registered_there',
  'wrong_address',
  'expertise',
  'other',
] as const

export type TransferReason = (typeof TRANSFER_REASONS)[number]

/** What the new street sees besides the file itself: 对话, 备注. */
export const TRANSFER_PARTS = ['transcript', 'notes'] as const

export type TransferPart = (typeof TRANSFER_PARTS)[number]

/** Why the other street sends a transfer back (退回). */
export const DECLINE_REASONS = ['not_ours', 'no_capacity', 'incomplete', 'other'] as const

export type DeclineReason = (typeof DECLINE_REASONS)[number]

/** How a case ends (结案结果). */
export const OUTCOMES = [
  'helped',
  'referred',
  'no_need',
  'declined',
  'unreachable',
  'moved_away',
  'deceased',
  'duplicate',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/** Why a closed case opens again. */
export const REOPEN_REASONS = ['came_back', 'new_need', 'not_solved', 'mistake'] as const

export type ReopenReason = (typeof REOPEN_REASONS)[number]

/** Why what is known of a person is erased, where no talk holds a withdrawal. */
export const ERASE_REASONS = ['asked', 'mistake', 'duplicate', 'other'] as const

export type EraseReason = (typeof ERASE_REASONS)[number]

/** Why a case is put aside for a while (稍后): waits for the resident, for papers, for an office, a visit is agreed. */
export const SNOOZE_REASONS = ['resident', 'papers', 'office', 'visit', 'other'] as const

export type SnoozeReason = (typeof SNOOZE_REASONS)[number]

/** How one knows where the home is (核实住址): asked, visited, in the register, as it is written. */
export const PLACE_REASONS = ['asked', 'visited', 'register', 'written', 'other'] as const

export type PlaceReason = (typeof PLACE_REASONS)[number]

/** Filters above the queue (待领取). */
export const QUEUE_FILTERS = [
  'overdue',
  'today',
  'high',
  'unfinished',
  'transferred',
  'crisis',
  'snoozed',
] as const

export type QueueFilter = (typeof QUEUE_FILTERS)[number]

/** waiting = nobody has it, mine = I have it, all = everything that is open in my streets. */
export const QUEUE_LISTS = ['waiting', 'mine', 'all'] as const

export type QueueList = (typeof QUEUE_LISTS)[number]

/** Where the bot goes on when the adviser gives the talk back (交还). */
export const GIVE_BACK_PLACES = ['open_question', 'questions', 'appointment', 'end'] as const

export type GiveBackPlace = (typeof GIVE_BACK_PLACES)[number]

/** Who has the floor of a conversation. none = there is no conversation (hotline, walk-in). */
export const TALK_STATES = ['bot', 'waiting_person', 'person', 'ended', 'none'] as const

export type TalkState = (typeof TALK_STATES)[number]
