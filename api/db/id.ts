import { v7 } from 'uuid'

/** Version 7: ids made later sort later, so an index on them grows at its end. */
export const newId = (): string => v7()
