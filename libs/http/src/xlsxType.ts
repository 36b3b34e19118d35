/** The media type of XLSX files, as registered with IANA. */
export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
