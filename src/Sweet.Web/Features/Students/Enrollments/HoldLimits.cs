using Microsoft.EntityFrameworkCore;
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

    /// <summary>Whether one more would be too many. Ask after the cohort is locked.</summary>
    public async Task<bool> AreReached(Client client, Cohort cohort, CancellationToken ct)
    {
        if (client.Network is not { } network) return false;

        var held = await CountUnpaid(network, client.BrowserKey, cohort.Id, ct);
        return held.OfBrowser >= OfBrowser
            || held.OfNetwork >= OfBrowser * NetworkGrowth
            || held.OfWider >= OfBrowser * WiderGrowth
            || held.OfWidest >= OfBrowser * WidestGrowth
            || held.InCohort >= MostOf(cohort.SeatsLeft + held.InCohort);
    }

    // Counted by the database, from its indexes: a clinic may have thousands.
    private async Task<Unpaid> CountUnpaid(string network, string? browser, int cohortId, CancellationToken ct)
    {
        var widths = NetworkKey.WidthsOf(network);
        var wider = widths.Count > 2 ? widths[1] : network;
        var ofNetwork = In(widths[^1]).GroupBy(e => 1).Select(all => new Unpaid
        {
            // A browser that keeps no cookie is known by its network alone.
            OfBrowser = all.Count(e => browser == null && e.BrowserKey == null && e.ClientKey == network),
            OfNetwork = all.Count(e => e.ClientKey == network),
            OfWider = all.Count(e => e.ClientKey!.Substring(0, wider.Length) == wider),
            OfWidest = all.Count(),
            InCohort = all.Count(e => e.CohortId == cohortId),
        });
        var ofBrowser = db.Enrollments
            .Where(e => browser != null && e.BrowserKey == browser
                && (e.Status == EnrollmentStatus.Held || e.Status == EnrollmentStatus.Processing))
            .GroupBy(e => 1)
            .Select(all => new Unpaid { OfBrowser = all.Count(), OfNetwork = 0, OfWider = 0, OfWidest = 0, InCohort = 0 });
        var counts = await ofNetwork.Concat(ofBrowser).ToListAsync(ct);
        return new Unpaid
        {
            OfBrowser = counts.Sum(c => c.OfBrowser),
            OfNetwork = counts.Sum(c => c.OfNetwork),
            OfWider = counts.Sum(c => c.OfWider),
            OfWidest = counts.Sum(c => c.OfWidest),
            InCohort = counts.Sum(c => c.InCohort),
        };
    }

    // From and to, not "begins with": so the index finds it. Only an unpaid seat has a network.
    private IQueryable<Enrollment> In(string width)
    {
        var (from, to) = NetworkKey.RangeOf(width);
#pragma warning disable CA1309 // The database compares, sign by sign: its column is of that collation.
        return db.Enrollments.Where(e => string.Compare(e.ClientKey, from) >= 0 && string.Compare(e.ClientKey, to) < 0);
#pragma warning restore CA1309
    }

    // A fifth, or two browsers' worth where that is more; and of a small cohort no more than half, so that one network never has
    // all of it while nobody has paid.
    private int MostOf(int free)
    {
        var half = free * OfBrowser / BrowsersForAll;
        return Math.Max(1, Math.Max(free / ShareOfFree, Math.Min(SmallestShare * OfBrowser, half)));
    }

    /// <summary>Seats; those of an address are among those of the wider networks.</summary>
    private sealed record Unpaid
    {
        public int OfBrowser { get; init; }
        public int OfNetwork { get; init; }
        public int OfWider { get; init; }
        public int OfWidest { get; init; }
        public int InCohort { get; init; }
    }
}
