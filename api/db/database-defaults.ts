export const defaultDeadlineMs = 60_000

/** Days, and `::date` of an instant, are those of the banner, whatever the machine's clock is set to. */
export const timeZone = 'Asia/Shanghai'
