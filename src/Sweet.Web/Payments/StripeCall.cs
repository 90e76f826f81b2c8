using System.Net;
using Stripe;

namespace Sweet.Web.Payments;

/// <summary>Makes a call to Stripe within the time that a page has, and tells the two ways in which it can fail.</summary>
public sealed partial class StripeCall(TimeProvider clock, ILogger<StripeCall> log)
{
    /// <summary>All tries together; the page that waits for it answers within ten seconds.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    private const string ShortBalance = "Our account at Stripe holds too little money.";

    /// <summary>What Stripe.net says when it could not read the answer.</summary>
    private const HttpStatusCode NoStatus = default;

    /// <exception cref="StripeUnavailableException">No usable answer: the same call may be made again.</exception>
    /// <exception cref="StripeRefusedException">Stripe refuses this call, and keeps refusing it under the same key.</exception>
    public async Task<T> Make<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException exception) when (!ct.IsCancellationRequested)
        {
            throw Silent("Stripe did not answer in time.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw Silent($"Stripe cannot be reached ({exception.HttpRequestError}).", exception);
        }
        catch (StripeException exception) when (IsPassing(exception.HttpStatusCode))
        {
            if (exception.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                LockedOut((int)exception.HttpStatusCode);
            throw Silent($"Stripe answered {(int)exception.HttpStatusCode}.", exception);
        }
        catch (StripeException exception) when (exception.StripeError?.Type == "idempotency_error")
        {
            // A version of ours before this one has asked otherwise under the same key: what came of it is to be looked for.
            Unavailable("Stripe knows another call under this key.");
            throw new StripeUnavailableException("Stripe knows another call under this key.", exception) { IsStored = true };
        }
        catch (StripeException exception) when (LacksBalance(exception))
        {
            Unavailable(ShortBalance);
            throw new StripeUnavailableException(ShortBalance, exception) { IsStored = true, IsForLackOfBalance = true };
        }
        catch (StripeException exception)
        {
            Refused((int)exception.HttpStatusCode, exception.StripeError?.Type, exception.StripeError?.Code, exception.StripeError?.Param);
            throw new StripeRefusedException(exception.StripeError?.Code, exception.StripeError?.Param, exception);
        }
    }

    /// <summary>As <see cref="Make{T}"/> for a call that asks for one object.</summary>
    /// <returns>Null if Stripe does not know it: of another account, of the other mode, or deleted.</returns>
    public async Task<T?> Find<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
        where T : class
    {
        try
        {
            return await Make(call, ct);
        }
        catch (StripeRefusedException exception) when (exception.Code == "resource_missing")
        {
            return null;
        }
    }

    /// <summary>Lets all the calls that one page waits for share the time of one.</summary>
    /// <exception cref="StripeUnavailableException">The time is over.</exception>
    public static async Task<T> WithinOne<T>(TimeProvider clock, Func<CancellationToken, Task<T>> calls, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await calls(either.Token);
        }
        catch (OperationCanceledException exception) when (!ct.IsCancellationRequested)
        {
            throw new StripeUnavailableException("The time of the page is over.", exception);
        }
    }

    // Only status and reason are told: the words of Stripe may repeat an address.
    private StripeUnavailableException Silent(string reason, Exception exception)
    {
        Unavailable(reason);
        var status = (exception as StripeException)?.HttpStatusCode;
        return new StripeUnavailableException(reason, exception)
        {
            IsStored = status is HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError,
            IsForEveryCall = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests,
        };
    }

    // 401 and 403 are a key of ours that must be mended, not the student's doing.
    private static bool IsPassing(HttpStatusCode status) =>
        status is NoStatus or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Conflict
            or HttpStatusCode.TooManyRequests
        || status >= HttpStatusCode.InternalServerError;

    // Stripe names it in a field of its own that Stripe.net does not read, or only in words.
    private static bool LacksBalance(StripeException exception) =>
        exception.HttpStatusCode == HttpStatusCode.BadRequest
        && (exception.StripeError?.Code == "balance_insufficient"
            || exception.StripeResponse?.Content?.Contains("insufficient_balance_for_refund", StringComparison.Ordinal) == true
            || exception.Message.StartsWith("Insufficient funds in your Stripe balance", StringComparison.Ordinal));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void Unavailable(string reason);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "Stripe refuses our key ({Status}): no one can pay until Stripe:SecretKey is fixed")]
    private partial void LockedOut(int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe refused a call with {Status}: {Type}, {Code}, {Parameter}")]
    private partial void Refused(int status, string? type, string? code, string? parameter);
}

/// <summary>Stripe is down, slow, or busy. Nothing is lost: the call can be made again.</summary>
public sealed class StripeUnavailableException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>Stripe replays this answer for a day under the same key: the next call takes a new one.</summary>
    public bool IsStored { get; init; }

    /// <summary>A refund that Stripe makes as soon as our account there holds enough money.</summary>
    public bool IsForLackOfBalance { get; init; }

    /// <summary>Our key, or the number of our calls: another call now would fare no better.</summary>
    public bool IsForEveryCall { get; init; }
}

/// <param name="code">Stripe's word for the reason, like "email_invalid".</param>
/// <param name="parameter">What was wrong with the call, like "customer_email".</param>
public sealed class StripeRefusedException(string? code, string? parameter, Exception inner)
    : Exception($"Stripe refused: {code ?? "no code"} ({parameter ?? "no parameter"}).", inner)
{
    public string? Code { get; } = code;

    public string? Parameter { get; } = parameter;
}
