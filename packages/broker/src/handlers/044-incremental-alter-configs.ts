import { incrementalAlterConfigsApi } from '@samsa/protocol'
import type {
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsRequestResource,
  IncrementalAlterConfigsResponse,
} from '@samsa/protocol'
import { accessRefusal } from '../config/access.ts'
import type { Refusal } from '../config/alter/refusal.ts'
import {
  incrementalAlterConfigs,
  refuseAlterConfigs,
} from '../controller/operations/incremental-alter-configs.ts'
import type { Handler } from '../dispatch/handler.ts'

/**
 * IncrementalAlterConfigs, v0-1: topics, this broker, and all brokers. Decided by the controller;
 * answered when the records are committed. Groups, client metrics and loggers are refused.
 */
export const incrementalAlterConfigsHandler: Handler<
  IncrementalAlterConfigsRequest,
  IncrementalAlterConfigsResponse
> = {
  api: incrementalAlterConfigsApi,
  versions: [0, 1],

  admit(request, context) {
    const { config, controller } = context.services
    const refused = new Map<IncrementalAlterConfigsRequestResource, Refusal>()
    for (const resource of request.resources) {
      const refusal = accessRefusal(context, 'alterConfigs', resource)
      if (refusal !== null) refused.set(resource, refusal)
    }
    return controller.submit(
      incrementalAlterConfigs({ request, startup: config.startup, refused }),
      (errorCode) => refuseAlterConfigs(request, errorCode),
    )
  },
}
