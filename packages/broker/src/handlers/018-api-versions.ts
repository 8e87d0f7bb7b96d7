import {
  apiVersionsApi,
  apiVersionsResponse,
  ErrorCode,
  isClientSoftwareLegal,
} from '@samsa/protocol'
import type { ApiVersionsRequest, ApiVersionsResponse } from '@samsa/protocol'
import { answer, type Handler } from '../dispatch/handler.ts'

/**
 * ApiVersions, v0-4: what this listener serves, and the features of the cluster (KIP-584). An unknown
 * version never gets here: the dispatcher answers it in format 0 with error 35.
 */
export const apiVersionsHandler: Handler<ApiVersionsRequest, ApiVersionsResponse> = {
  api: apiVersionsApi,
  versions: [0, 4],

  admit(request, context) {
    if (context.version >= 3) {
      const { clientSoftwareName, clientSoftwareVersion } = request
      if (
        !isClientSoftwareLegal(clientSoftwareName) ||
        !isClientSoftwareLegal(clientSoftwareVersion)
      ) {
        return answer(apiVersionsResponse({ errorCode: ErrorCode.INVALID_REQUEST }))
      }
      context.connection.softwareName = clientSoftwareName
      context.connection.softwareVersion = clientSoftwareVersion
    }
    return answer(context.services.apiVersions.response(context.version))
  },
}
