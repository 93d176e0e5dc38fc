// The parts of Kubernetes resources that the tests read.

export type Labels = Readonly<Record<string, string>>;

interface Selector {
  readonly matchLabels: Labels;
}

interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean };
  };
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

interface Container {
  readonly name: string;
  image: string;
  readonly command: readonly string[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly env: readonly EnvironmentVariable[];
  readonly envFrom: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly lifecycle?: { readonly preStop: { readonly sleep: { readonly seconds: number } } };
  readonly resources: Readonly<Record<'requests' | 'limits', { readonly cpu: string; readonly memory: string }>>;
  readonly securityContext: unknown;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

interface Pod {
  readonly terminationGracePeriodSeconds?: number;
  readonly securityContext: unknown;
  readonly automountServiceAccountToken: boolean;
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly emptyDir?: unknown }[];
  readonly topologySpreadConstraints?: readonly {
    readonly topologyKey: string;
    readonly labelSelector: Selector;
  }[];
}

interface NetworkRule {
  /** Who may connect; everybody if it is absent. */
  readonly from?: readonly {
    readonly namespaceSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  }[];
  readonly ports: readonly { readonly protocol: string; readonly port: number }[];
}

export interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    namespace?: string;
    labels?: Labels;
    readonly annotations?: Labels;
  };
  /** Of a ConfigMap. */
  readonly data?: Readonly<Record<string, string>>;
  /** Of a Secret. */
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly replicas?: number;
    readonly strategy?: unknown;
    readonly selector?: Labels | Selector;
    readonly template?: { readonly metadata: { readonly labels: Labels }; readonly spec: Pod };
    /** Of a Service: `None` if it is headless. */
    readonly clusterIP?: string;
    readonly ports?: readonly { readonly name: string; readonly port: number; readonly targetPort: string }[];
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
    readonly minAvailable?: number;
    readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
    readonly podSelector?: Selector;
    readonly ingress?: readonly NetworkRule[];
    readonly egress?: readonly NetworkRule[];
    readonly endpoints?: readonly { readonly port: string; readonly path: string }[];
    readonly tls?: readonly { readonly hosts: readonly string[] }[];
    readonly rules?: readonly IngressRule[];
  };
}

interface IngressRule {
  readonly host: string;
  readonly http: {
    readonly paths: readonly {
      readonly path: string;
      readonly backend: { readonly service: { readonly name: string; readonly port: { readonly name: string } } };
    }[];
  };
}

/** Returns the labels that a selector asks for, whether written as a service's or as a deployment's. */
export function selectedLabels(selector: Labels | Selector): Labels {
  return typeof selector.matchLabels === 'object' ? (selector as Selector).matchLabels : (selector as Labels);
}

export function hasLabels(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([name, value]) => labels[name] === value);
}

/** Returns the pods that resources create, each with the resource's name. */
export function podsOf(resources: readonly Resource[]) {
  return resources.flatMap(({ kind, metadata, spec }) =>
    spec?.template === undefined
      ? []
      : [{ kind, name: metadata.name, labels: spec.template.metadata.labels, pod: spec.template.spec }],
  );
}

/**
 * Returns the variables of a container.
 * @param secrets values by key of the secret
 */
export function environmentOf(
  container: Container,
  resources: readonly Resource[],
  secrets: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const configured = container.envFrom.flatMap(({ configMapRef: { name } }) => {
    const map = resources.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
    if (map === undefined) throw new Error(`there is no ConfigMap ${name}`);
    return Object.entries(map.data ?? {});
  });
  const own = container.env.map(({ name, value, valueFrom }) => [
    name,
    value ?? secrets[valueFrom!.secretKeyRef.key] ?? '',
  ]);
  return Object.fromEntries([...configured, ...own]) as Record<string, string>;
}
