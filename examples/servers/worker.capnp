# workerd serve worker.capnp, after
#   esbuild worker.mjs --bundle --format=esm --conditions=workerd --loader:.wasm=copy --asset-names=[name] --outdir=built
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "stories", external = (address = "127.0.0.1:8001", http = ())),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8000", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "built/worker.js"),
    (name = "broadsheet.wasm", wasm = embed "built/broadsheet.wasm"),
  ],
  bindings = [(name = "stories", service = "stories")],
  compatibilityDate = "2025-01-01",
);
