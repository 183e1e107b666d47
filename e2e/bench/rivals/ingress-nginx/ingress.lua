-- What ingress-nginx does in Lua for a request, phase by phase, written anew and as small as the work allows.

local balancer = require("ngx.balancer")
local lrucache = require("resty.lrucache")
local ssl = require("ngx.ssl")

local METRICS_A_SECOND = 10000 -- beyond this it drops them, as the original does

local ingress = {}
local backends = {}
local certificates = lrucache.new(1000)
local batch, gathered = {}, 0

local function read(path)
    local file = assert(io.open(path))
    local text = file:read("*a")
    file:close()
    return text
end

-- The controller posts endpoints and certificates into shared memory; here they are there from the start.
function ingress.load()
    local backends = "bench-origin-80=127.0.0.1:@{ORIGIN_PORT} bench-echo-80=127.0.0.1:@{GRPC_PORT}"
    ngx.shared.configuration_data:set("backends", backends)
    ngx.shared.certificate_servers:set("@{HOST}", "1")
    ngx.shared.certificate_data:set("1", read("@{CHAIN_AND_KEY}"))
end

local function sync()
    for name, peer in ngx.shared.configuration_data:get("backends"):gmatch("([^%s=]+)=(%S+)") do
        backends[name] = { peers = { peer }, next = 0 }
    end
end

local function flush()
    batch, gathered = {}, 0
end

function ingress.init_worker()
    sync()
    assert(ngx.timer.every(1, sync))
    assert(ngx.timer.every(1, flush))
end

function ingress.certificate()
    local name = assert(ssl.server_name()):lower()
    local id = assert(ngx.shared.certificate_servers:get(name))
    local pair = certificates:get(id)
    if not pair then
        local pem = ngx.shared.certificate_data:get(id)
        pair = { chain = assert(ssl.parse_pem_cert(pem)), key = assert(ssl.parse_pem_priv_key(pem)) }
        certificates:set(id, pair)
    end
    assert(ssl.clear_certs())
    assert(ssl.set_cert(pair.chain))
    assert(ssl.set_priv_key(pair.key))
end

local function backend()
    local context = ngx.ctx
    if not context.backend then
        context.backend = backends[ngx.var.proxy_upstream_name]
    end
    return context.backend
end

function ingress.rewrite()
    if not backend() then
        return ngx.exit(ngx.HTTP_SERVICE_UNAVAILABLE)
    end
end

function ingress.balance()
    local chosen = backend()
    chosen.next = chosen.next % #chosen.peers + 1
    balancer.set_more_tries(1)
    assert(balancer.set_current_peer(chosen.peers[chosen.next]))
end

function ingress.header()
    if ngx.var.scheme == "https" then
        ngx.header["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    end
end

function ingress.log()
    backend()
    if gathered >= METRICS_A_SECOND then
        return
    end
    local var = ngx.var
    gathered = gathered + 1
    batch[gathered] = {
        host = var.host or "-",
        namespace = var.namespace or "-",
        ingress = var.ingress_name or "-",
        service = var.service_name or "-",
        canary = var.proxy_alternative_upstream_name or "-",
        path = var.location_path or "-",
        method = var.request_method or "-",
        status = var.status or "-",
        request_length = tonumber(var.request_length) or -1,
        request_time = tonumber(var.request_time) or -1,
        response_length = tonumber(var.bytes_sent) or -1,
        connect_time = tonumber(var.upstream_connect_time) or -1,
        header_time = tonumber(var.upstream_header_time) or -1,
        response_time = tonumber(var.upstream_response_time) or -1,
    }
end

return ingress
