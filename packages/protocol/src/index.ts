export * from './record/index.ts'
export * from './checksum/index.ts'
