/** Whether every cell is empty or white space. Such a row is no row of data, whatever its delimiters. */
export const isBlank = (cells: ReadonlyArray<string>): boolean => cells.every(isBlankCell)

export const isBlankCell = (cell: string): boolean => {
  const first = cell.charCodeAt(0)
  return first > 0x20 && first < 0x80 ? false : cell.trim() === ""
}
