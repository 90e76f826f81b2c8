using Sweet.Web.Data;

namespace Sweet.Web.Features.Staff.Shared;

/// <summary>The same for an address without an account, a wrong password and a locked account.</summary>
public static class SignInWords
{
    public static string NotRight => $"Email or password is not right. {Pause}";

    public static string CodeNotRight => $"This code is not right, or was used already. {Pause}";

    public static string PasskeyNotRight =>
        $"This passkey was not accepted: it isn’t registered here, or it took too long. Try again. {Pause}";

    private static string Pause =>
        $"After {StaffMember.MostFailures} wrong tries an account pauses for {StaffMember.Pause.TotalMinutes:0} minutes";
}
