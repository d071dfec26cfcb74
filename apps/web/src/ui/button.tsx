import type { ButtonHTMLAttributes } from 'react'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'primary' | 'secondary' }

export function Button({ look = 'primary', type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={look === 'primary' ? 'button' : 'button button-secondary'} />
  )
}
