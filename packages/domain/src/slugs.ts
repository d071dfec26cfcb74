/** A title as an address writes it: 'Oxfordshire’s plan, 2008' is 'oxfordshires-plan-2008'. Empty where it has no letter. */
export function slugFrom(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100)
    .replace(/-$/, '')
}
