-- Sends the requests of a file (separated by NUL bytes) in their order. Each thread takes its own part.
-- Arguments: FILE OFFSET THREADS. Prints the summary as JSON.

local count = 0

function setup(thread)
  thread:set("index", count)
  count = count + 1
end

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local text = file:read("*a")
  file:close()
  local threads = tonumber(args[3])
  requests = {}
  local place = 0
  for one in text:gmatch("[^%z]+") do
    if place % threads == index then requests[#requests + 1] = one end
    place = place + 1
  end
  next_request = math.floor(tonumber(args[2]) / threads) % #requests
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "duration_us": %d, "status": %d, "socket": %d, "mean_us": %f}\n',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, latency.mean))
end
