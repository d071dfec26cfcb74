import { useId } from 'react'

type ChoiceProps = {
  /** For a link to it; made up where none is given. */
  id?: string
  label: string
  name: string
  value: string
  options: readonly { value: string; label: string }[]
  /** Where given, the page changes as soon as a choice is made. */
  onChoose?: (value: string) => void
}

/** A native select: it works by touch, keyboard and voice, and needs no script. */
export function Choice({ id: given, label, name, value, options, onChoose }: ChoiceProps) {
  const made = useId()
  const id = given ?? made
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
