namespace Sweet.Web.Data;

public static class OneOfMany
{
    /// <summary>A failure at one must not keep the others from their turn. A stop of the site and a lost turn end them all.</summary>
    public static bool LetsOthersGoOn(this Exception failure) => failure is not (OperationCanceledException or TurnLostException);
}
