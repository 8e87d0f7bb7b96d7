export * from './types.ts'
export * from './versions.ts'
export * from './fields.ts'
export * from './define.ts'
