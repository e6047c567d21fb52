# dateline completion for fish: dateline completion fish | source
function __dateline_complete
    set -l words (commandline -opc) (commandline -ct)
    dateline __complete -- $words[2..-1] 2>/dev/null
end
complete -c dateline -a '(__dateline_complete)'
