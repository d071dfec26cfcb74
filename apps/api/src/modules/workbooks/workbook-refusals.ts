export const NO_WORKBOOK =
  'This is not an Excel workbook (.xlsx). Choose the one that you downloaded from this return.'
export const DAMAGED = 'This file is damaged. Save it again in Excel, or download a new one.'
export const TOO_MUCH =
  'This file holds far more than a return. Choose the one that you downloaded from this return.'
