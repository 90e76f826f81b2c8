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
    /// <summary>Times the bound of a browser: an IPv4 address or IPv6 /64, a /56, and a /48 or IPv4 /24.</summary>
    private static readonly int[] Growth = [3, 5, 8];

    private const int SmallestShare = 2;
    private const int ShareOfFree = 5;

    /// <summary>As many holds a browser as this, and one network may take all of a small cohort; half of it with three.</summary>
    private const int BrowsersForAll = 6;

    public TimeSpan HoldTime => options.Value.HoldTime;

    private int OfBrowser => options.Value.MaxUnpaidHoldsPerClient;

    /// <summary>Ask after the cohort is locked.</summary>
    public async Task<bool> AreReached(Client client, Cohort cohort, CancellationToken ct)
    {
        if (client.Network is not { } network) return false;

        var widths = NetworkKey.WidthsOf(network);
        var (widest, behind, browser) = (widths[^1], FirstBehind(widths[^1]), client.BrowserKey);
        // From and to, not "begins with", and the states are looked at here: so the database finds them by its indexes, however many
        // others hold seats.
#pragma warning disable CA1309 // The database compares, sign by sign: its column is of that collation.
        var ofNetwork = db.Enrollments.Where(e => string.Compare(e.ClientKey, widest) >= 0 && string.Compare(e.ClientKey, behind) < 0);
#pragma warning restore CA1309
        var both = ofNetwork.Concat(db.Enrollments.Where(e => browser != null && e.BrowserKey == browser));
        var known = await both.Select(e => new { e.Id, e.Status, e.ClientKey, e.BrowserKey, e.CohortId }).ToListAsync(ct);
        var unpaid = known.Distinct().Where(e => e.Status is EnrollmentStatus.Held or EnrollmentStatus.Processing).ToList();

        // A browser that keeps no cookie is known by its network alone.
        var ofBrowser = unpaid.Count(e => e.BrowserKey == browser && (browser is not null || e.ClientKey == network));
        if (ofBrowser >= OfBrowser) return true;

        for (var i = 0; i < widths.Count; i++)
        {
            var width = widths[i];
            var bound = OfBrowser * (i == widths.Count - 1 && i > 0 ? Growth[^1] : Growth[i]);
            if (unpaid.Count(e => i == 0 ? e.ClientKey == network : IsIn(e.ClientKey, width)) >= bound) return true;
        }

        var inCohort = unpaid.Count(e => e.CohortId == cohort.Id && IsIn(e.ClientKey, widest));
        return inCohort >= MostOf(cohort.SeatsLeft + inCohort);
    }

    // A fifth, or two browsers' worth where that is more; and of a small cohort no more than half, so that one network never has
    // all of it while nobody has paid.
    private int MostOf(int free)
    {
        var half = free * OfBrowser / BrowsersForAll;
        return Math.Max(1, Math.Max(free / ShareOfFree, Math.Min(SmallestShare * OfBrowser, half)));
    }

    /// <summary>The first key that stands behind all that begin with this.</summary>
    private static string FirstBehind(string start) => start[..^1] + (char)(start[^1] + 1);

    private static bool IsIn(string? clientKey, string width) => clientKey?.StartsWith(width, StringComparison.Ordinal) == true;
}
