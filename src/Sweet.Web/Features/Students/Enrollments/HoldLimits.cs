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

    /// <summary>What the address, the browser or the network has, in all cohorts. Ask after the cohort is locked.</summary>
    public Task<List<NearEnrollment>> Near(string emailKey, Client client, CancellationToken ct)
    {
        var browser = client.BrowserKey;
        var (from, to) = NetworkKey.RangeOf(client.Network);
        // A network from and to, not "begins with", and no state is asked for: so the database finds each by its index, however many
        // others hold seats.
        return db.Enrollments
            .Where(e => e.EmailKey == emailKey || (browser != null && e.BrowserKey == browser)
#pragma warning disable CA1309 // The database compares, sign by sign: its column is of that collation.
                || (string.Compare(e.ClientKey, from) >= 0 && string.Compare(e.ClientKey, to) < 0))
#pragma warning restore CA1309
            .Select(e => new NearEnrollment(e.CohortId, e.Status, e.EmailKey, e.ClientKey, e.BrowserKey))
            .ToListAsync(ct);
    }

    public bool AreReached(Client client, Cohort cohort, IEnumerable<NearEnrollment> near)
    {
        if (client.Network is not { } network) return false;

        var widths = NetworkKey.WidthsOf(network);
        var (widest, browser) = (widths[^1], client.BrowserKey);
        var unpaid = near.Where(e => e.IsUnpaid).ToList();

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

    private static bool IsIn(string? clientKey, string width) => clientKey?.StartsWith(width, StringComparison.Ordinal) == true;
}

public sealed record NearEnrollment(int CohortId, EnrollmentStatus Status, string EmailKey, string? ClientKey, string? BrowserKey)
{
    public bool IsUnpaid => Status is EnrollmentStatus.Held or EnrollmentStatus.Processing;

    public bool IsLive => IsUnpaid || Status == EnrollmentStatus.Confirmed;
}
