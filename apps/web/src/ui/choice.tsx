import { useId } from 'react'

type ChoiceProps = {
  label: string
  name: string
  value: string
  options: readonly { value: string; label: string }[]
  /** Where given, the page changes as soon as a choice is made. */
  onChoose?: (value: string) => void
}

/** A native select: it works by touch, keyboard and voice, and needs no script. */
export function Choice({ label, name, value, options, onChoose }: ChoiceProps) {
  const id = useId()
  const control =
    onChoose === undefined
      ? { defaultValue: value }
      : { value, onChange: (event: { target: { value: string } }) => onChoose(event.target.value) }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} {...control}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
