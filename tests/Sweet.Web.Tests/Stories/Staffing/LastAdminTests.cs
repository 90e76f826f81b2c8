using Microsoft.AspNetCore.Identity;
using Sweet.Domain.Staff;
using Sweet.Web.Data;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Staffing;

/// <summary>Two admins who take each other's role at the same moment.</summary>
public sealed class LastAdminTests : Story
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task One_of_two_who_take_each_others_role_stays_an_admin()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await StaffVisitor.Admin(Site, $"one{round}@clinic.example"), await StaffVisitor.Admin(Site, $"other{round}@clinic.example"));
            await LeaveOnly(one, other);
            var pages = (await one.Open($"/admin/people/{await other.Id()}"), await other.Open($"/admin/people/{await one.Id()}"));

            await Task.WhenAll(TakeRole(pages.Item1), TakeRole(pages.Item2));

            Assert.Equal(1, await Admins());
        }
    }

    /// <summary>The negative control: without the lock both see the other one, and no admin is left.</summary>
    [Fact]
    public async Task Without_the_lock_neither_does()
    {
        var (one, other) = (await StaffVisitor.Admin(Site), await StaffVisitor.Admin(Site, "riley@clinic.example"));
        using var bothHaveRead = new Barrier(2);

        await Task.WhenAll(TakeUnlocked(await other.Id(), bothHaveRead), TakeUnlocked(await one.Id(), bothHaveRead));

        Assert.Equal(0, await Admins());
    }

    private static Task<Page> TakeRole(Page person) =>
        person.Submit("Change the roles", f => f.Untick("IsAdmin").Tick("IsMarketing"));

    // As ChangeAccount does it, but that nobody waits for anybody.
    private Task TakeUnlocked(string id, Barrier bothHaveRead) => Task.Run(() => Site.Do<UserManager<StaffMember>>(async staff =>
    {
        var member = (await staff.FindByIdAsync(id))!;
        var others = (await staff.GetUsersInRoleAsync(StaffRole.Admin)).Count(m => m.Id != id);
        Assert.True(bothHaveRead.SignalAndWait(Patience));
        if (others > 0) await staff.RemoveFromRoleAsync(member, StaffRole.Admin);
    }));

    private Task LeaveOnly(StaffVisitor one, StaffVisitor other) => Site.Do<UserManager<StaffMember>>(async staff =>
    {
        foreach (var member in await staff.GetUsersInRoleAsync(StaffRole.Admin))
            if (member.Email != one.Email && member.Email != other.Email) await staff.RemoveFromRoleAsync(member, StaffRole.Admin);
    });

    private Task<int> Admins() =>
        Site.Do<UserManager<StaffMember>, int>(async staff => (await staff.GetUsersInRoleAsync(StaffRole.Admin)).Count);
}
