import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'

/** One row of a form: its fields side by side, and the way to take it out. */
export function RowFields({
  name,
  onRemove,
  children,
}: {
  name: string
  onRemove: () => void
  children: ReactNode
}) {
  return (
    <fieldset className="row-fields">
      <legend className="visually-hidden">{name}</legend>
      {children}
      <Button look="secondary" onClick={onRemove}>
        Remove<span className="visually-hidden"> {name.toLowerCase()}</span>
      </Button>
    </fieldset>
  )
}

export function AddRow({ children, onAdd }: { children: string; onAdd: () => void }) {
  return (
    <p className="add-row">
      <Button look="secondary" onClick={onAdd}>
        {children}
      </Button>
    </p>
  )
}
