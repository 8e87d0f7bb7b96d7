import { defineApi, array, bool, int16, int32, int64, string, structs } from '../dsl/index.ts'
import type { ApiSchema } from '../dsl/index.ts'

export const describeLogDirs: ApiSchema = defineApi({
  key: 35,
  name: 'DescribeLogDirs',
  versions: '1-5',
  flexible: '2+',
  listeners: ['broker'],
  request: {
    topics: structs(
      { about: '', nullable: '0+' },
      {
        topic: string({ about: '' }),
        partitions: array('int32', { about: '' }),
      },
    ),
  },
  response: {
    throttleTimeMs: int32({ about: '' }),
    errorCode: int16({ about: '', since: 3, ignorable: true }),
    results: structs(
      { about: '' },
      {
        errorCode: int16({ about: '' }),
        logDir: string({ about: '' }),
        topics: structs(
          { about: '' },
          {
            name: string({ about: '' }),
            partitions: structs(
              { about: '' },
              {
                partitionIndex: int32({ about: '' }),
                partitionSize: int64({ about: '' }),
                offsetLag: int64({ about: '' }),
                isFutureKey: bool({ about: '' }),
              },
            ),
          },
        ),
        totalBytes: int64({ about: '', since: 4, default: -1, ignorable: true }),
        usableBytes: int64({ about: '', since: 4, default: -1, ignorable: true }),
        isCordoned: bool({ about: '', since: 5, ignorable: true }),
      },
    ),
  },
})
