export function AccessibilityPage() {
  return (
    <div className="message-page">
      <title>Accessibility statement – Accord</title>
      <h1>Accessibility statement</h1>
      <p>
        Accord is written to meet the Web Content Accessibility Guidelines 2.2 at level AA. It has been
        checked with automatic tests on each of its pages, at several widths, and by keyboard. It has not yet
        been audited by an independent body, nor tested with every screen reader.
      </p>
      <h2>What you can do</h2>
      <ul>
        <li>use every page with a keyboard alone, and skip to the main content</li>
        <li>enlarge text to 200%, or use a window 320 pixels wide, without scrolling sideways</li>
        <li>read every chart as a sentence, and the long chart of an indicator as a table or a CSV file</li>
        <li>tell every rating by its shape and its word as well as its colour, on screen and on paper</li>
        <li>use your own colours and ask for less movement: nothing in Accord moves by itself</li>
      </ul>
      <h2>What does not work well yet</h2>
      <ul>
        <li>
          the small charts on the dashboard have a sentence each, but their figures are on the indicator pages
        </li>
        <li>printed pages come from the browser and are not tagged documents</li>
      </ul>
      <h2>If something stops you</h2>
      <p>
        Tell the performance officer of your council, who can also give you any page as a document or on
        paper. If you are not content with the answer, contact the Equality Advisory and Support Service.
      </p>
    </div>
  )
}
