using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Persons;
using Sweet.Domain.Waitlists;
using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Shared.Persons;

/// <summary>Finds what is one person's: the enrollments of the same address and name, and those that a seat was moved between.</summary>
public sealed class FindPerson(SweetDbContext db)
{
    /// <returns>Null if there is no such enrollment.</returns>
    public async Task<Person?> Of(int enrollmentId, CancellationToken ct)
    {
        var members = await Read(db.Enrollments.Where(e => e.Id == enrollmentId), ct);
        if (members.Count == 0) return null;

        List<PersonMember> others = [];
        // A moved seat may have got another name or address since, under which there may be more.
        for (var known = 0; known < members.Count;)
        {
            known = members.Count;
            var near = await Read(NextTo(members), ct);
            while (near.Find(row => IsOneOf(row, members)) is { } found)
            {
                members.Add(found);
                near.Remove(found);
            }

            others = near;
        }

        return new Person([.. members.OrderBy(m => m.Id)], [.. others.OrderBy(m => m.Id)]) { Places = await Places(members, ct) };
    }

    private IQueryable<Enrollment> NextTo(List<PersonMember> members)
    {
        List<int> ids = [.. members.Select(m => m.Id)];
        List<int> fromIds = [.. members.Select(m => m.FromId).OfType<int>()];
        List<string> keys = [.. members.Select(m => m.EmailKey).Distinct(StringComparer.Ordinal)];
        return db.Enrollments.Where(e => !ids.Contains(e.Id)).Where(e =>
            keys.Contains(e.EmailKey) || fromIds.Contains(e.Id)
            || (e.TransferredFromId != null && ids.Contains(e.TransferredFromId.Value)));
    }

    private static bool IsOneOf(PersonMember row, List<PersonMember> members) =>
        members.Exists(m => IdentityOf(m) == IdentityOf(row) || m.FromId == row.Id || row.FromId == m.Id);

    private static PersonIdentity IdentityOf(PersonMember member) =>
        PersonIdentity.Of(member.EmailKey, member.FirstName, member.LastName);

    private static Task<List<PersonMember>> Read(IQueryable<Enrollment> enrollments, CancellationToken ct) =>
        enrollments.Select(e => new PersonMember(e.Id, e.CohortId, e.TransferredFromId, e.Number, e.FirstName, e.LastName)
        {
            Email = e.Email,
            EmailKey = e.EmailKey,
            IsProven = e.AddressProvenAtUtc != null,
        }).ToListAsync(ct);

    private async Task<IReadOnlyList<PersonPlace>> Places(List<PersonMember> members, CancellationToken ct)
    {
        List<string> keys = [.. members.Select(m => m.EmailKey).Distinct(StringComparer.Ordinal)];
        var who = members.Select(IdentityOf).ToHashSet();
        var places = await db.WaitlistEntries.Where(p => keys.Contains(p.EmailKey)).OrderBy(p => p.Id).Select(p => new
        {
            p.Id,
            p.CohortId,
            p.EmailKey,
            p.FirstName,
            p.LastName,
            p.Status,
            p.Cohort.Course.Code,
            p.Cohort.FirstClassAtUtc,
            p.Cohort.TimeZone,
        }).ToListAsync(ct);
        return
        [
            .. places.Where(p => who.Contains(PersonIdentity.Of(p.EmailKey, p.FirstName, p.LastName))).Select(p => new PersonPlace(
                p.Id, p.CohortId, CohortTitle.Of(p.Code, p.FirstClassAtUtc, p.TimeZone),
                p.Status is WaitlistStatus.Waiting or WaitlistStatus.Offered)),
        ];
    }
}
