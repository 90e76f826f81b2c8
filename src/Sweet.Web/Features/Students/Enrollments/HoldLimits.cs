using Microsoft.Extensions.Options;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Hosting.Security;

namespace Sweet.Web.Features.Students.Enrollments;

/// <summary>
/// How many unpaid seats one browser and one network may hold. A clinic is many browsers behind one address, and whoever
/// hoards has as many browsers and addresses as they like: so the bounds grow with the network, and of one cohort the
/// widest has a fifth of what is free at the most.
/// </summary>
public sealed class HoldLimits(SweetDbContext db, IOptions<EnrollmentOptions> options)
{
    /// <summary>Times the bound of a browser: an IPv4 address or IPv6 /64.</summary>
    private const int NetworkGrowth = 3;

    /// <summary>An IPv6 /56.</summary>
    private const int WiderGrowth = 5;

    /// <summary>An IPv4 /24 or IPv6 /48.</summary>
    private const int WidestGrowth = 8;

    private const int SmallestShare = 2;
    private const int ShareOfFree = 5;

    /// <summary>As many holds a browser as this, and one network may take all of a small cohort; half of it with three.</summary>
    private const int BrowsersForAll = 6;

    public TimeSpan HoldTime => options.Value.HoldTime;

    private int OfBrowser => options.Value.MaxUnpaidHoldsPerClient;

    /// <summary>The unpaid seats, in all cohorts, that are to be counted after the cohort is locked.</summary>
    public UnpaidSeats UnpaidOf(Client client)
    {
        // By a key that no row has: nothing is read to find nothing.
        var none = db.Enrollments.Where(e => e.Id == 0);
        if (client.Network is not { } network) return new UnpaidSeats(none, none, none, none);

        var browser = client.BrowserKey;
        var widths = NetworkKey.WidthsOf(network);
        var ofNetwork = db.Enrollments.Where(e => e.ClientKey == network);
        // A browser that keeps no cookie is known by its network alone.
        var ofBrowser = browser is null ? ofNetwork.Where(e => e.BrowserKey == null)
            : db.Enrollments.Where(e => e.BrowserKey == browser).Unpaid();
        return new UnpaidSeats(ofBrowser, ofNetwork, widths.Count > 2 ? In(widths[1]) : none, In(widths[^1]));
    }

    /// <summary>Whether one more would be too many.</summary>
    public bool AreReached(UnpaidCount unpaid, Cohort cohort) =>
        unpaid.OfBrowser >= OfBrowser
        || unpaid.OfNetwork >= OfBrowser * NetworkGrowth
        || unpaid.OfWider >= OfBrowser * WiderGrowth
        || unpaid.OfWidest >= OfBrowser * WidestGrowth
        || unpaid.InCohort >= MostOf(cohort.SeatsOpen + unpaid.InCohort);

    // A fifth, or two browsers' worth where that is more; and of a small cohort no more than half, so that one network never has
    // all of it while nobody has paid.
    private int MostOf(int free)
    {
        var half = free * OfBrowser / BrowsersForAll;
        return Math.Max(1, Math.Max(free / ShareOfFree, Math.Min(SmallestShare * OfBrowser, half)));
    }

    // From and to, not "begins with": so the index finds it. Only an unpaid seat has a network.
    private IQueryable<Enrollment> In(string width)
    {
        var to = NetworkKey.After(width);
#pragma warning disable CA1309 // The database compares, sign by sign: its column is of that collation.
        return db.Enrollments.Where(e => string.Compare(e.ClientKey, width) >= 0 && string.Compare(e.ClientKey, to) < 0);
#pragma warning restore CA1309
    }
}

/// <param name="OfWider">None of an IPv4 address: it has no network in between.</param>
public sealed record UnpaidSeats(
    IQueryable<Enrollment> OfBrowser, IQueryable<Enrollment> OfNetwork, IQueryable<Enrollment> OfWider, IQueryable<Enrollment> OfWidest);

public sealed record UnpaidCount
{
    public int OfBrowser { get; init; }

    public int OfNetwork { get; init; }

    public int OfWider { get; init; }

    public int OfWidest { get; init; }

    /// <summary>Those of the widest network in the cohort that is asked for.</summary>
    public int InCohort { get; init; }
}
