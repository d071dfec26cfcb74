import { useId } from 'react'

type SearchFieldProps = { label: string; name: string; value: string }

export function SearchField({ label, name, value }: SearchFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="search" defaultValue={value} maxLength={100} autoComplete="off" />
    </div>
  )
}
