/** Answers of one workload read or written at a time; AWS documents no rate and itself says where that is too fast. */
export const ANSWERS_IN_FLIGHT = 4;
