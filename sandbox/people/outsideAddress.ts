/** Somebody of neither organisation: an address without a mailbox here, so nobody can tell when they are free. */
export const outsideAddress = 'kai.lindqvist@harbourtrust.example';
