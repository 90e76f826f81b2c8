using System.Text.Json.Nodes;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.Hosting;
using Sweet.Sandbox.Stripe.Accounts;

namespace Sweet.Sandbox.Stripe.Api;

/// <summary>Takes a call from the wire to its answer: fault, key, parameters, work, expansion.</summary>
internal sealed class StripeApi(
    StripeStandIn stripe, Account account, PlannedFaults faults, CallLog calls, TimeProvider clock, Func<Uri> pages)
{
    private readonly StripeRoute[] routes = [.. SessionRoutes.All(pages), .. MoneyRoutes.All, .. BalanceRoutes.All, .. EventRoutes.All];
    private readonly IdempotencyKeys keys = new();
    private readonly FaultyCall faulty = new(faults, clock);

    public async Task Handle(HttpContext http)
    {
        var request = await StripeRequest.Read(http.Request);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var answer = await AnswerTo(request, answered.Task, http.RequestAborted);
            calls.Add(new("stripe", request.Method, request.Path, request.IdempotencyKey, answer?.Status));
            if (answer is null)
                http.Abort();
            else
                await WithHeaders(answer, request).WriteTo(http.Response);
            await http.Response.CompleteAsync();
        }
        finally
        {
            answered.SetResult();
        }
    }

    private async Task<Answer?> AnswerTo(StripeRequest request, Task answered, CancellationToken callerGone)
    {
        var fault = faults.Take(request.Method, request.Path);
        if (fault is Fault.Answers failing)
            return StripeFaults.AnswerOf(failing, request);
        if (!keys.TryBegin(request.IdempotencyKey))
            return Error(IdempotencyKeys.Busy(request.IdempotencyKey!), request, mayRetry: true);
        try
        {
            return await faulty.Run(fault, () => Work(request, fault as Fault.StoresServerError, answered), callerGone);
        }
        finally
        {
            keys.End(request.IdempotencyKey);
        }
    }

    private Answer Work(StripeRequest request, Fault.StoresServerError? failure, Task answered)
    {
        try
        {
            StripeKeys.Check(request, stripe.SecretKey);
            return account.Do(books => InBooks(books, request, failure), changes: request.Method != HttpMethods.Get, answered).Result;
        }
        catch (StripeFailure refused)
        {
            return Error(refused, request);
        }
    }

    private Answer InBooks(Books books, StripeRequest request, Fault.StoresServerError? failure)
    {
        if (IdempotencyKeys.Replay(books, request) is { } kept)
            return kept;

        var route = routes.FirstOrDefault(route => route.Match(request) is not null);
        if (route is null)
        {
            var error = new JsonObject { ["message"] = $"The stand-in does not know {request.Method} {request.Path}." };
            return new(501, new JsonObject { ["error"] = error }.ToJsonString());
        }

        // Parameters that fail their check leave nothing behind under the key, as at Stripe.
        var call = new StripeCall(books, route.Match(request)!, route.Parameters.Read(request.Parameters), request.Path);
        books.Request = new(request.Id, request.IdempotencyKey);
        var answer = failure is null
            ? Execute(route, call, request)
            : StripeFaults.Stored(failure, () => Execute(route, call, request), request);
        books.Request = new(null, null);
        return IdempotencyKeys.Keep(books, request, answer);
    }

    private static Answer Execute(StripeRoute route, StripeCall call, StripeRequest request)
    {
        try
        {
            var json = route.Work(call);
            new Expansion(call.Books).Apply(json, call.Input["expand"]);
            return new(200, json.ToJsonString(StripeJson.Options));
        }
        catch (StripeFailure refused)
        {
            return Error(refused, request, mayRetry: false);
        }
    }

    private static Answer Error(StripeFailure failure, StripeRequest request, bool? mayRetry = null)
    {
        var answer = new Answer(failure.Status, failure.ToJson(request.Id).ToJsonString(StripeJson.Options));
        if (mayRetry is { } retry)
            answer.Headers["Stripe-Should-Retry"] = retry ? "true" : "false";
        return answer;
    }

    private static Answer WithHeaders(Answer answer, StripeRequest request)
    {
        answer.Headers["Request-Id"] = request.Id;
        if (request.Version is { } version)
            answer.Headers["Stripe-Version"] = version;
        if (request.IdempotencyKey is { } key)
            answer.Headers["Idempotency-Key"] = key;
        return answer;
    }
}
