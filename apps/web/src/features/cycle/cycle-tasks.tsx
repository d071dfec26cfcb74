import type { Cycle } from '@accord/api-client'
import { formatDate, parseQuarterKey, quarterEndsOn } from '@accord/domain'
import { Link } from 'react-router'

type CycleTasksProps = { cycle: Cycle; hrefFor: (task: string) => string }

type Task = { task: string; label: string; blocked: string | null }

function openingTask({ nextToOpen, today }: Cycle): Task[] {
  if (nextToOpen === null) return []
  const index = parseQuarterKey(nextToOpen.key)
  const endsOn = index === null ? nextToOpen.endsOn : quarterEndsOn(index)
  return [
    {
      task: 'open',
      label: `Open ${nextToOpen.label.toLowerCase()}`,
      blocked: today > endsOn ? null : `The quarter ends on ${formatDate(endsOn)}.`,
    },
  ]
}

/** What the officer can do now, and why the rest must wait: as the server says. */
export function CycleTasks({ cycle, hrefFor }: CycleTasksProps) {
  const blockedBy = (action: Cycle['allowedActions'][number]) =>
    cycle.blockedBecause.find((blocked) => blocked.action === action)?.sentence ?? null
  if (cycle.allowedActions.length === 0 && cycle.blockedBecause.length === 0) return null
  const tasks: Task[] = [
    { task: 'chase', label: 'Chase all outstanding', blocked: blockedBy('chase') },
    { task: 'publish', label: 'Publish', blocked: blockedBy('publish') },
    { task: 'dates', label: 'Move dates', blocked: blockedBy('move_dates') },
    ...openingTask(cycle),
    { task: 'reminders', label: 'Reminders on and off', blocked: null },
  ]
  return (
    <nav className="cycle-tasks" aria-label="Tasks">
      <ul>
        {tasks.map(({ task, label, blocked }) => (
          <li key={task}>
            {blocked === null ? (
              <Link to={hrefFor(task)} preventScrollReset>
                {label}
              </Link>
            ) : (
              <span>
                {label}: <span className="muted">{blocked}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
