/** What a member might ask about: found by rule, and said to be. */
export function LinesToFollow({ lines }: { lines: readonly string[] }) {
  return (
    <div>
      <h3>Lines to follow</h3>
      <p>Suggested by rule, not by judgement:</p>
      {lines.length === 0 ? (
        <p className="muted">Nothing stands out.</p>
      ) : (
        <ul className="dashed">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
