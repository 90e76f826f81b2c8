using Microsoft.AspNetCore.Identity;

namespace Sweet.Web.Staffing;

internal static class IdentityResults
{
    /// <summary>What Identity does not save it says in its answer alone: nobody is told of a change that was not made.</summary>
    /// <exception cref="InvalidOperationException">It was not saved; somebody else may have changed the account meanwhile.</exception>
    public static async Task Insist(this Task<IdentityResult> change)
    {
        var result = await change;
        if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Code)));
    }
}
