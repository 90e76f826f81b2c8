using Sweet.Domain.Enrollments;
using Sweet.Domain.Settlements;

namespace Sweet.Domain.Orders;

/// <summary>One attempt to pay an order: one Checkout Session at Stripe. Its call is made of what is stored here.</summary>
public sealed class Checkout
{
    public const int KeyMaxLength = 60;
    public const int SessionIdMaxLength = 100;
    public const int UrlMaxLength = 2_000;
    public const int DescriptionMaxLength = 200;
    public const int FailureMaxLength = 500;

    /// <summary>Stripe forgets a key after a day; an hour of distance.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromHours(23);

    /// <summary>Stripe keeps a page a day at the most, and counts by a clock of its own; a hold may be longer.</summary>
    private static readonly TimeSpan LongestPage = TimeSpan.FromHours(23);

    private Checkout()
    {
    }

    internal Checkout(Order order, int attempt, CheckoutTerms terms, DateTime nowUtc)
    {
        Order = order;
        Attempt = attempt;
        AmountMinor = order.Total.Minor;
        Currency = order.Currency;
        Email = order.Enrollment.Email;
        StudentName = order.Enrollment.FullName;
        Number = order.Enrollment.Number;
        ExpiresAtUtc = order.Enrollment.HeldUntilUtc < nowUtc + LongestPage ? order.Enrollment.HeldUntilUtc : nowUtc + LongestPage;
        Description = terms.Description.CutTo(DescriptionMaxLength);
        ReturnUrl = terms.ReturnUrl;
        AllowsDelayedMethods = terms.AllowsDelayedMethods;
        CreatedAtUtc = nowUtc;
    }

    internal static Checkout Restored(Order order, int attempt, SessionTrace session, Actor by, DateTime nowUtc)
    {
        var checkout = new Checkout
        {
            Order = order,
            Attempt = attempt,
            AmountMinor = order.TotalMinor,
            Currency = order.Currency,
            Email = order.Enrollment.Email,
            Number = order.Enrollment.Number,
            ExpiresAtUtc = session.ExpiresAtUtc,
            CreatedAtUtc = session.CreatedAtUtc,
        };
        checkout.Open(session.SessionId, session.Url ?? "", by, nowUtc);
        return checkout;
    }

    public int Id { get; private set; }

    public int OrderId { get; private set; }

    public Order Order { get; private set; } = null!;

    /// <summary>1 for the first attempt of its order.</summary>
    public int Attempt { get; private set; }

    public CheckoutStatus Status { get; private set; } = CheckoutStatus.Starting;

    /// <summary>Random, and stored before the call, so that the call can be repeated.</summary>
    public string IdempotencyKey { get; private set; } = RandomText.Token();

    public long AmountMinor { get; private set; }

    public string Currency { get; private set; } = "";

    public Money Amount => new(AmountMinor, Currency);

    public string Email { get; private set; } = "";

    /// <summary>Whose seat it was to pay for; null where only Stripe remembers the attempt.</summary>
    public string? StudentName { get; private set; }

    /// <summary>The seat came into other hands after it was opened: whoever pays by it pays for somebody else.</summary>
    public bool IsForAnother =>
        Order.Enrollment.HandedOverAtUtc is { } handedOverAtUtc && handedOverAtUtc > CreatedAtUtc && StudentName is not null
        && (StudentName != Order.Enrollment.FullName || Email != Order.Enrollment.Email);

    public string Number { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string ReturnUrl { get; private set; } = "";

    public bool AllowsDelayedMethods { get; private set; }

    public DateTime CreatedAtUtc { get; private set; }

    public DateTime ExpiresAtUtc { get; private set; }

    public string? SessionId { get; private set; }

    /// <summary>Stripe's payment page. A session whose address was never saved was never shown and cannot be paid.</summary>
    public string? Url { get; private set; }

    public string? Failure { get; private set; }

    public DateTime? EndedAtUtc { get; private set; }

    /// <summary>Whether the same call can be made again with the same key: nobody knows yet what Stripe did.</summary>
    public bool CanRepeatAt(DateTime nowUtc) =>
        Status == CheckoutStatus.Starting && nowUtc - CreatedAtUtc < KeyLife && Enrollment.IsTimeForAttempt(ExpiresAtUtc, nowUtc);

    /// <returns>Whether the session may be shown: false once the attempt was given up. May be repeated with the same.</returns>
    public bool Open(string sessionId, string url, Actor by, DateTime nowUtc)
    {
        if (Status == CheckoutStatus.Open && SessionId == sessionId) return true;
        if (Status != CheckoutStatus.Starting) return false;

        SessionId = sessionId;
        Url = url;
        Become(CheckoutStatus.Open, by, nowUtc);
        return true;
    }

    public void Fail(string reason, Actor by, DateTime nowUtc)
    {
        if (Status != CheckoutStatus.Starting) return;

        Failure = reason.CutTo(FailureMaxLength);
        End(CheckoutStatus.Failed, by, nowUtc);
    }

    internal void Adopt(string sessionId) => SessionId ??= sessionId;

    internal void Complete(Actor by, DateTime nowUtc)
    {
        if (Status is CheckoutStatus.Complete) return;

        End(CheckoutStatus.Complete, by, nowUtc);
    }

    internal void Expire(Actor by, DateTime nowUtc)
    {
        if (Status is CheckoutStatus.Expired or CheckoutStatus.Failed) return;
        if (Status == CheckoutStatus.Complete) throw new InvalidOperationException("A complete checkout does not expire.");

        End(CheckoutStatus.Expired, by, nowUtc);
    }

    private void End(CheckoutStatus to, Actor by, DateTime nowUtc)
    {
        EndedAtUtc = nowUtc;
        Become(to, by, nowUtc);
    }

    private void Become(CheckoutStatus to, Actor by, DateTime nowUtc)
    {
        Order.Enrollment.Record($"Checkout {Attempt}", Status.ToString(), to.ToString(), by, nowUtc, Failure);
        Status = to;
    }
}

public enum CheckoutStatus
{
    /// <summary>Saved before the call to Stripe; nobody knows yet what came of it.</summary>
    Starting,
    Open,
    Complete,
    Expired,
    Failed,
}

public sealed record CheckoutTerms(string Description, string ReturnUrl, bool AllowsDelayedMethods);

public sealed record HoldTerms(TimeSpan HoldTime, int MaxMoves)
{
    /// <summary>Beyond the usual time: Stripe has just found it too short, so its clock and ours differ by more than was thought.</summary>
    public TimeSpan Extra { get; init; }
}

public static class CheckoutQueries
{
    public static IQueryable<Checkout> OpenOf(this IQueryable<Checkout> checkouts, int enrollmentId) =>
        checkouts.Where(c => c.Order.EnrollmentId == enrollmentId && c.Status == CheckoutStatus.Open);
}
