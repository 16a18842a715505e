import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import BuildOutlined from '@mui/icons-material/BuildOutlined';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import DoNotDisturbOnOutlined from '@mui/icons-material/DoNotDisturbOnOutlined';
import FunctionsOutlined from '@mui/icons-material/FunctionsOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HourglassTopOutlined from '@mui/icons-material/HourglassTopOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import RemoveCircleOutlineOutlined from '@mui/icons-material/RemoveCircleOutlineOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import SensorsOutlined from '@mui/icons-material/SensorsOutlined';
import SyncProblemOutlined from '@mui/icons-material/SyncProblemOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import type { Tone } from '@/theme/theme';
import type { Icon } from './icon';

export interface Status {
  tone: Tone;
  icon: Icon;
}

/** The one table of statuses: lists, details and charts take icon and colour from here, the word from `status.json`. */
const statuses: Record<string, Status> = {
  // Health of a Mac
  HEALTHY: { tone: 'good', icon: CheckCircleOutlined },
  LATE: { tone: 'warning', icon: ScheduleOutlined },
  STALE: { tone: 'bad', icon: WarningAmberOutlined },
  DRIFTED: { tone: 'bad', icon: SyncProblemOutlined },
  NEVER_SYNCED: { tone: 'neutral', icon: HelpOutlineOutlined },
  // Client modes
  MONITOR: { tone: 'info', icon: VisibilityOutlined },
  LOCKDOWN: { tone: 'good', icon: LockOutlined },
  STANDALONE: { tone: 'neutral', icon: SensorsOutlined },
  // Requests
  IN_REVIEW: { tone: 'warning', icon: HourglassTopOutlined },
  APPROVED: { tone: 'good', icon: CheckCircleOutlined },
  REJECTED: { tone: 'bad', icon: CancelOutlined },
  TAKEN: { tone: 'good', icon: CheckCircleOutlined },
  WITHDRAWN: { tone: 'neutral', icon: UndoOutlined },
  CHANGES_REQUESTED: { tone: 'warning', icon: HelpOutlineOutlined },
  POST_REVIEW: { tone: 'bad', icon: HourglassTopOutlined },
  RATIFIED: { tone: 'good', icon: CheckCircleOutlined },
  REPUDIATED: { tone: 'bad', icon: CancelOutlined },
  SATISFIED: { tone: 'good', icon: CheckCircleOutlined },
  VETOED: { tone: 'bad', icon: CancelOutlined },
  SKIPPED: { tone: 'neutral', icon: RemoveCircleOutlineOutlined },
  CANCELLED: { tone: 'neutral', icon: RemoveCircleOutlineOutlined },
  ABSTAINED: { tone: 'neutral', icon: RemoveCircleOutlineOutlined },
  RETURNED: { tone: 'info', icon: HelpOutlineOutlined },
  // People, enrolments, secrets
  ACTIVE: { tone: 'good', icon: CheckCircleOutlined },
  SUSPENDED: { tone: 'warning', icon: PauseCircleOutlined },
  REVOKED: { tone: 'bad', icon: CancelOutlined },
  RETIRING: { tone: 'warning', icon: ScheduleOutlined },
  RETIRED: { tone: 'neutral', icon: RemoveCircleOutlineOutlined },
  INVITED: { tone: 'info', icon: HourglassTopOutlined },
  EXPIRED: { tone: 'neutral', icon: ScheduleOutlined },
  // Letters
  WAITING: { tone: 'info', icon: HourglassTopOutlined },
  DELIVERED: { tone: 'good', icon: CheckCircleOutlined },
  SENT: { tone: 'good', icon: CheckCircleOutlined },
  NEEDLESS: { tone: 'neutral', icon: RemoveCircleOutlineOutlined },
  DEAD: { tone: 'bad', icon: CancelOutlined },
  // The ledger against its tree
  MATCHES: { tone: 'good', icon: CheckCircleOutlined },
  MISMATCH: { tone: 'bad', icon: WarningAmberOutlined },
  NOT_CHECKED: { tone: 'neutral', icon: HelpOutlineOutlined },
  // Holds
  REQUESTED: { tone: 'warning', icon: HourglassTopOutlined },
  IN_FORCE: { tone: 'info', icon: LockOutlined },
  RELEASE_REQUESTED: { tone: 'warning', icon: HourglassTopOutlined },
  RELEASED: { tone: 'neutral', icon: UndoOutlined },
  // Syncs
  RUNNING: { tone: 'info', icon: AutorenewOutlined },
  COMPLETED: { tone: 'good', icon: CheckCircleOutlined },
  ABANDONED: { tone: 'warning', icon: DoNotDisturbOnOutlined },
  FAILED: { tone: 'bad', icon: CancelOutlined },
  // Policies of rules
  ALLOWLIST: { tone: 'good', icon: CheckCircleOutlined },
  ALLOWLIST_COMPILER: { tone: 'good', icon: BuildOutlined },
  BLOCKLIST: { tone: 'bad', icon: BlockOutlined },
  SILENT_BLOCKLIST: { tone: 'bad', icon: BlockOutlined },
  SILENT_GUI_BLOCKLIST: { tone: 'bad', icon: BlockOutlined },
  SILENT_TTY_BLOCKLIST: { tone: 'bad', icon: BlockOutlined },
  CEL: { tone: 'info', icon: FunctionsOutlined },
  // Decisions that do not say ALLOW or BLOCK in their name
  BUNDLE_BINARY: { tone: 'neutral', icon: AccountTreeOutlined },
  AUDIT_ONLY: { tone: 'info', icon: VisibilityOutlined },
  DENIED: { tone: 'bad', icon: BlockOutlined },
  ALLOWED: { tone: 'good', icon: CheckCircleOutlined },
};

const unknown: Status = { tone: 'neutral', icon: HelpOutlineOutlined };

/** Never fails: a name that a newer Santa reports is shown as it came. */
export function statusOf(name: string): Status {
  const known = statuses[name];
  if (known) {
    return known;
  }
  if (name === 'ALLOW_UNKNOWN') {
    return { tone: 'info', icon: VisibilityOutlined };
  }
  if (name.startsWith('ALLOW')) {
    return { tone: 'good', icon: CheckCircleOutlined };
  }
  return name.startsWith('BLOCK') || name.startsWith('DENIED')
    ? { tone: 'bad', icon: BlockOutlined }
    : unknown;
}
